// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Secrets;
import org.stadttor.staff.SignOutEverywhere;
import org.stadttor.staff.StaffAddress;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.StaffSettings;
import org.stadttor.staff.invitation.AcceptInvitation;
import org.stadttor.staff.invitation.Accounts;
import org.stadttor.staff.invitation.InvitationLinks;
import org.stadttor.staff.invitation.Invitations;
import org.stadttor.staff.invitation.InviteAdministrators;
import org.stadttor.staff.invitation.InvitePasskey;
import org.stadttor.staff.invitation.InviteStaff;
import org.stadttor.staff.invitation.OpenInvitations;
import org.stadttor.staff.invitation.WithdrawInvitation;
import org.stadttor.staff.invitation.jdbc.JdbcAccounts;
import org.stadttor.staff.invitation.jdbc.JdbcInvitations;
import org.stadttor.staff.invitation.web.InvitationController;
import org.stadttor.staff.passkey.Passkeys;
import org.stadttor.staff.passkey.RegisterPasskey;
import org.stadttor.staff.web.StaffSessions;

/** How people come to an account. */
@Configuration(proxyBeanMethods = false)
class InvitationConfiguration {

    @Bean
    Invitations staffInvitations(JdbcClient jdbc, StaffProcess process) {
        return new JdbcInvitations(jdbc, process.schema());
    }

    @Bean
    InvitationLinks invitationLinks(StaffAddress address, Secrets secrets, Clock clock) {
        return new InvitationLinks(address, secrets, clock);
    }

    @Bean
    InviteStaff inviteStaff(
            Invitations invitations,
            InvitationLinks links,
            StaffProcess process,
            AuditLog audit,
            PlatformTransactionManager manager) {
        return new InviteStaff(invitations, links, process, audit, new TransactionTemplate(manager));
    }

    @Bean
    InvitePasskey invitePasskey(
            Invitations invitations, InvitationLinks links, AuditLog audit, PlatformTransactionManager manager) {
        return new InvitePasskey(invitations, links, audit, new TransactionTemplate(manager));
    }

    @Bean
    InviteAdministrators inviteAdministrators(
            Invitations invitations, InvitationLinks links, AuditLog audit, PlatformTransactionManager manager) {
        return new InviteAdministrators(invitations, links, audit, new TransactionTemplate(manager));
    }

    @Bean
    WithdrawInvitation withdrawInvitation(
            Invitations invitations, AuditLog audit, PlatformTransactionManager manager, Clock clock) {
        return new WithdrawInvitation(invitations, audit, new TransactionTemplate(manager), clock);
    }

    @Bean
    OpenInvitations openInvitations(Invitations invitations, Clock clock) {
        return new OpenInvitations(invitations, clock);
    }

    @Bean
    Accounts accountsOfInvitations(
            JdbcClient jdbc, StaffProcess process, Passkeys passkeys, SignOutEverywhere sessions, Clock clock) {
        return new JdbcAccounts(jdbc, process.schema(), passkeys, sessions, clock);
    }

    @Bean
    AcceptInvitation acceptInvitation(
            OpenInvitations invitations,
            Accounts accounts,
            RegisterPasskey register,
            AuditLog audit,
            PlatformTransactionManager manager) {
        return new AcceptInvitation(invitations, accounts, register, audit, new TransactionTemplate(manager));
    }

    @Bean
    InvitationController invitationController(
            OpenInvitations invitations, AcceptInvitation accept, StaffMembers members, StaffSessions sessions) {
        return new InvitationController(invitations, accept, members, sessions);
    }

    @Bean
    FirstInvitations firstInvitations(InviteAdministrators invite, StaffSettings settings) {
        return new FirstInvitations(invite, settings);
    }

    @Bean
    StaffRoutes invitationRoutes() {
        String page = InvitationLinks.PATH + "{secret}";
        return StaffRoutes.of(StaffRoute.everybody("GET", page), StaffRoute.everybody("POST", page));
    }
}
