// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.StaffAddress;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.invitation.InvitationLinks;
import org.stadttor.staff.invitation.Invitations;
import org.stadttor.staff.invitation.InviteAdministrators;
import org.stadttor.staff.invitation.InvitePasskey;
import org.stadttor.staff.invitation.InviteStaff;
import org.stadttor.staff.invitation.WithdrawInvitation;
import org.stadttor.staff.invitation.jdbc.JdbcInvitations;

/** How people come to an account. */
@Configuration(proxyBeanMethods = false)
class InvitationConfiguration {

    @Bean
    Invitations staffInvitations(JdbcClient jdbc, StaffProcess process) {
        return new JdbcInvitations(jdbc, process.schema());
    }

    @Bean
    InvitationLinks invitationLinks(StaffAddress address, Clock clock) {
        return new InvitationLinks(address, new SecureRandom(), clock);
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
}
