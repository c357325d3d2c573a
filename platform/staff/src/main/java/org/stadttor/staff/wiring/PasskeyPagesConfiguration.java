// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.SignOutEverywhere;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.passkey.AddPasskey;
import org.stadttor.staff.passkey.ConfirmAct;
import org.stadttor.staff.passkey.PasskeySignIn;
import org.stadttor.staff.passkey.Passkeys;
import org.stadttor.staff.passkey.RegisterPasskey;
import org.stadttor.staff.passkey.RemovePasskey;
import org.stadttor.staff.passkey.RenamePasskey;
import org.stadttor.staff.passkey.web.NewPasskeyController;
import org.stadttor.staff.passkey.web.PasskeyController;
import org.stadttor.staff.passkey.web.PasskeySignInController;
import org.stadttor.staff.web.ConfirmationController;
import org.stadttor.staff.web.StaffSessions;

/** The pages of passkeys. */
@Configuration(proxyBeanMethods = false)
class PasskeyPagesConfiguration {

    private static final String PAGE = "/staff/passkeys";
    private static final int LATE = 910;

    @Bean
    AddPasskey addPasskey(
            RegisterPasskey register, Passkeys passkeys, AuditLog audit, PlatformTransactionManager manager) {
        return new AddPasskey(register, passkeys, audit, new TransactionTemplate(manager));
    }

    @Bean
    RenamePasskey renamePasskey(Passkeys passkeys, AuditLog audit, PlatformTransactionManager manager) {
        return new RenamePasskey(passkeys, audit, new TransactionTemplate(manager));
    }

    @Bean
    RemovePasskey removePasskey(
            Passkeys passkeys, SignOutEverywhere sessions, AuditLog audit, PlatformTransactionManager manager) {
        return new RemovePasskey(passkeys, sessions, audit, new TransactionTemplate(manager));
    }

    @Bean
    PasskeySignInController passkeySignInController(PasskeySignIn signIn, StaffSessions sessions) {
        return new PasskeySignInController(signIn, sessions);
    }

    @Bean
    ConfirmationController confirmationController(ConfirmAct confirm) {
        return new ConfirmationController(confirm);
    }

    @Bean
    NewPasskeyController newPasskeyController(AddPasskey add, Confirmations confirmations) {
        return new NewPasskeyController(add, confirmations);
    }

    @Bean
    PasskeyController passkeyController(
            Passkeys passkeys,
            RenamePasskey rename,
            RemovePasskey remove,
            Confirmations confirmations,
            StaffSessions sessions) {
        return new PasskeyController(passkeys, rename, remove, confirmations, sessions);
    }

    @Bean
    NavigationItem passkeysNavigation(StaffProcess process) {
        return new NavigationItem(LATE, PAGE, "staff.passkeys.title", process.roles());
    }

    @Bean
    StaffRoutes passkeyRoutes() {
        return StaffRoutes.of(
                StaffRoute.everybody("POST", "/staff/passkey-sign-in"),
                StaffRoute.signedIn("POST", "/staff/confirmation"),
                StaffRoute.signedIn("GET", PAGE),
                StaffRoute.signedIn("POST", PAGE),
                StaffRoute.signedIn("POST", PAGE + "/new"),
                StaffRoute.signedIn("GET", PAGE + "/{id}"),
                StaffRoute.signedIn("POST", PAGE + "/{id}/label"),
                StaffRoute.signedIn("POST", PAGE + "/{id}/removal"));
    }
}
