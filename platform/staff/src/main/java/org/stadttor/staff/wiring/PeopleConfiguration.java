// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.audit.AuditEntries;
import org.stadttor.staff.invitation.Invitations;
import org.stadttor.staff.invitation.InvitePasskey;
import org.stadttor.staff.invitation.InviteStaff;
import org.stadttor.staff.invitation.WithdrawInvitation;
import org.stadttor.staff.people.Authority;
import org.stadttor.staff.people.DecideProposal;
import org.stadttor.staff.people.GiveRole;
import org.stadttor.staff.people.InvitePerson;
import org.stadttor.staff.people.Registry;
import org.stadttor.staff.people.RenewPasskey;
import org.stadttor.staff.people.ResumePerson;
import org.stadttor.staff.people.SuspendPerson;
import org.stadttor.staff.people.TakeRole;
import org.stadttor.staff.people.jdbc.JdbcPeople;
import org.stadttor.staff.people.jdbc.JdbcProposals;
import org.stadttor.staff.people.web.InvitationsController;
import org.stadttor.staff.people.web.PeopleController;
import org.stadttor.staff.people.web.PeoplePages;
import org.stadttor.staff.people.web.PersonActController;
import org.stadttor.staff.people.web.ProposalsController;

/** Who belongs to the staff and what they may do. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    private static final String LIST = "/staff/people";
    private static final String INVITE = LIST + "/invite";
    private static final String ACT = LIST + "/{id}/{act}";
    private static final String PROPOSAL = "/staff/proposals/{id}";

    @Bean
    Authority authority(StaffProcess process) {
        return new Authority(process.roles());
    }

    @Bean
    Registry registry(
            JdbcClient jdbc, StaffProcess process, AuditLog audit, TransactionOperations transactions, Clock clock) {
        return new Registry(
                new JdbcPeople(jdbc, process.schema()),
                new JdbcProposals(jdbc, process.schema()),
                audit,
                transactions,
                clock);
    }

    @Bean
    InvitePerson invitePerson(Registry registry, Authority authority, InviteStaff invite) {
        return new InvitePerson(registry, authority, invite);
    }

    @Bean
    DecideProposal decideProposal(Registry registry, Authority authority, InviteStaff invite, InvitePasskey passkey) {
        return new DecideProposal(registry, authority, invite, passkey);
    }

    @Bean
    PersonActController.Acts personActs(Registry registry, Authority authority, InvitePasskey passkey) {
        return new PersonActController.Acts(
                new GiveRole(registry, authority),
                new TakeRole(registry, authority),
                new SuspendPerson(registry, authority),
                new ResumePerson(registry, authority),
                new RenewPasskey(registry, authority, passkey));
    }

    @Bean
    PeoplePages peoplePages(Registry registry, Authority authority, AuditEntries trail) {
        return new PeoplePages(registry, authority, trail);
    }

    @Bean
    PeopleController peopleController(PeoplePages pages, Invitations invitations) {
        return new PeopleController(pages, invitations);
    }

    @Bean
    PersonActController personActController(
            PeoplePages pages, PersonActController.Acts acts, Confirmations confirmations) {
        return new PersonActController(pages, acts, confirmations);
    }

    @Bean
    InvitationsController invitationsController(
            PeoplePages pages,
            InvitePerson invite,
            Invitations invitations,
            WithdrawInvitation withdraw,
            Confirmations confirmations) {
        return new InvitationsController(pages, invite, invitations, withdraw, confirmations);
    }

    @Bean
    ProposalsController staffProposalsController(
            PeoplePages pages, DecideProposal decide, Confirmations confirmations) {
        return new ProposalsController(pages, decide, confirmations);
    }

    @Bean
    NavigationItem peopleNavigation(Authority authority) {
        return new NavigationItem(800, LIST, "staff.people.title", Set.of(authority.managers()));
    }

    @Bean
    StaffRoutes peopleRoutes(Authority authority) {
        String[] managers = authority.managers();
        return StaffRoutes.of(
                StaffRoute.get(LIST, managers),
                StaffRoute.get(LIST + "/{id}", managers),
                StaffRoute.get(INVITE, managers),
                StaffRoute.post(INVITE, managers),
                StaffRoute.get(ACT, managers),
                StaffRoute.post(ACT, managers),
                StaffRoute.post("/staff/invitations/{id}/withdraw", managers),
                StaffRoute.get(PROPOSAL, StaffProcess.STAFF_ADMIN),
                StaffRoute.post(PROPOSAL + "/confirm", StaffProcess.STAFF_ADMIN),
                StaffRoute.post(PROPOSAL + "/reject", StaffProcess.STAFF_ADMIN));
    }
}
