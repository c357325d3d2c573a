// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Secrets;
import org.stadttor.staff.StaffAddress;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.passkey.Challenges;
import org.stadttor.staff.passkey.CheckPasskey;
import org.stadttor.staff.passkey.ConfirmAct;
import org.stadttor.staff.passkey.PasskeySignIn;
import org.stadttor.staff.passkey.Passkeys;
import org.stadttor.staff.passkey.RegisterPasskey;
import org.stadttor.staff.passkey.WebAuthnRelyingParty;
import org.stadttor.staff.passkey.jdbc.JdbcCeremonies;
import org.stadttor.staff.passkey.jdbc.JdbcPasskeys;

/** Passkeys: what is stored, what is asked, what is checked. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {

    @Bean
    Secrets staffSecrets() {
        return new Secrets(new SecureRandom());
    }

    @Bean
    Passkeys passkeys(JdbcClient jdbc, StaffProcess process) {
        return new JdbcPasskeys(jdbc, process.schema());
    }

    @Bean
    Challenges passkeyChallenges(JdbcClient jdbc, StaffProcess process, Secrets secrets, Clock clock) {
        return new Challenges(new JdbcCeremonies(jdbc, process.schema()), secrets, clock);
    }

    @Bean
    WebAuthnRelyingParty webAuthnRelyingParty(StaffAddress address, StaffProcess process) {
        return new WebAuthnRelyingParty(address, process.site().name());
    }

    @Bean
    CheckPasskey checkPasskey(
            WebAuthnRelyingParty relyingParty,
            Passkeys passkeys,
            AuditLog audit,
            PlatformTransactionManager manager,
            Clock clock) {
        TransactionTemplate own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new CheckPasskey(relyingParty, passkeys, audit, own, clock);
    }

    @Bean
    PasskeySignIn passkeySignIn(
            Challenges challenges, WebAuthnRelyingParty relyingParty, CheckPasskey check, AuditLog audit) {
        return new PasskeySignIn(challenges, relyingParty, check, audit);
    }

    @Bean
    ConfirmAct confirmAct(
            Challenges challenges,
            WebAuthnRelyingParty relyingParty,
            CheckPasskey check,
            Passkeys passkeys,
            AuditLog audit) {
        return new ConfirmAct(challenges, relyingParty, check, passkeys, audit);
    }

    @Bean
    RegisterPasskey registerPasskey(
            Challenges challenges, WebAuthnRelyingParty relyingParty, Passkeys passkeys, Clock clock) {
        return new RegisterPasskey(challenges, relyingParty, passkeys, clock);
    }
}
