// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.trustlist.curation.web.DecisionActs;
import org.stadttor.trustlist.curation.web.DecisionController;
import org.stadttor.trustlist.curation.web.DecisionPages;
import org.stadttor.trustlist.curation.web.DistrustActs;
import org.stadttor.trustlist.curation.web.DistrustController;
import org.stadttor.trustlist.curation.web.DraftActs;
import org.stadttor.trustlist.curation.web.People;
import org.stadttor.trustlist.curation.web.ProposalFormController;
import org.stadttor.trustlist.curation.web.StaffMoments;
import org.stadttor.trustlist.curation.web.Surroundings;
import org.stadttor.trustlist.curation.web.SuspensionController;
import org.stadttor.trustlist.curation.web.SuspensionPages;
import org.stadttor.trustlist.curation.web.UploadGuard;
import org.stadttor.trustlist.curation.web.WaitingController;
import org.stadttor.trustlist.issuer.ApproveProposal;
import org.stadttor.trustlist.issuer.BlastRadius;
import org.stadttor.trustlist.issuer.ConfirmSuspension;
import org.stadttor.trustlist.issuer.EntityHistory;
import org.stadttor.trustlist.issuer.IssuerRegister;
import org.stadttor.trustlist.issuer.PreviewProposal;
import org.stadttor.trustlist.issuer.ProposeChange;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.ProposeResumption;
import org.stadttor.trustlist.issuer.RejectProposal;
import org.stadttor.trustlist.issuer.SuspendIssuer;
import org.stadttor.trustlist.issuer.WithdrawIssuer;
import org.stadttor.trustlist.issuer.WithdrawProposal;
import org.stadttor.trustlist.publication.Publications;

/** Pages on which staff propose, decide and take trust away. */
@Configuration(proxyBeanMethods = false)
class CurationConfiguration {

    private static final String[] EVERY_ROLE = {"reader", "curator", "approver", "emergency", "auditor"};

    @Bean
    StaffMoments staffMoments(Clock clock) {
        return new StaffMoments(clock);
    }

    @Bean
    FilterRegistrationBean<UploadGuard> uploadGuard() {
        FilterRegistrationBean<UploadGuard> registration = new FilterRegistrationBean<>(new UploadGuard());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return registration;
    }

    @Bean
    Surroundings surroundings(
            StaffMembers members, BlastRadius radius, Publications publications, MessageSource messages, Clock clock) {
        return new Surroundings(new People(members, messages), radius, publications, messages, clock);
    }

    @Bean
    ProposalFormController proposalFormController(
            IssuerRegister register,
            PreviewProposal preview,
            ProposeIssuer listing,
            ProposeChange changing,
            Surroundings surroundings) {
        return new ProposalFormController(new DraftActs(register, preview, listing, changing), surroundings);
    }

    @Bean
    DecisionPages decisionPages(IssuerRegister register, Confirmations confirmations, Surroundings surroundings) {
        return new DecisionPages(register, confirmations, surroundings);
    }

    @Bean
    DecisionActs decisionActs(ApproveProposal approve, RejectProposal reject, WithdrawProposal withdraw) {
        return new DecisionActs(approve, reject, withdraw);
    }

    @Bean
    DecisionController decisionController(
            IssuerRegister register, DecisionActs acts, Confirmations confirmations, DecisionPages pages) {
        return new DecisionController(register.proposals(), acts, confirmations, pages);
    }

    @Bean
    DistrustActs distrustActs(
            SuspendIssuer suspend, WithdrawIssuer remove, ConfirmSuspension confirm, ProposeResumption resume) {
        return new DistrustActs(suspend, remove, confirm, resume);
    }

    @Bean
    DistrustController distrustController(
            IssuerRegister register, DistrustActs acts, Confirmations confirmations, Surroundings surroundings) {
        return new DistrustController(register, acts, confirmations, surroundings);
    }

    @Bean
    SuspensionPages suspensionPages(
            IssuerRegister register, EntityHistory history, Confirmations confirmations, Surroundings surroundings) {
        return new SuspensionPages(register, history, confirmations, surroundings);
    }

    @Bean
    SuspensionController suspensionController(
            IssuerRegister register, DistrustActs acts, Confirmations confirmations, SuspensionPages pages) {
        return new SuspensionController(register.issuers(), acts, confirmations, pages);
    }

    @Bean
    WaitingController waitingController(
            IssuerRegister register, SuspensionPages suspensions, Surroundings surroundings) {
        return new WaitingController(register.proposals(), suspensions, surroundings);
    }

    @Bean
    StaffRoutes curationRoutes() {
        return StaffRoutes.of(
                StaffRoute.get("/admin/proposals/new", "curator"),
                StaffRoute.get("/admin/proposals/again/{id}", "curator"),
                StaffRoute.get(UploadGuard.TOO_LARGE, "curator"),
                StaffRoute.post(UploadGuard.ROUTE, "curator"),
                StaffRoute.post("/admin/proposals/edit", "curator"),
                StaffRoute.post("/admin/proposals", "curator"),
                StaffRoute.get("/admin/entities/{id}/change", "curator"),
                StaffRoute.get("/admin/entities/{id}/remove", "curator"),
                StaffRoute.post("/admin/entities/{id}/remove", "curator"),
                StaffRoute.get("/admin/entities/{id}/suspend", "emergency"),
                StaffRoute.post("/admin/entities/{id}/suspend", "emergency"),
                StaffRoute.get("/admin/decisions", EVERY_ROLE),
                StaffRoute.get("/admin/decisions/{id}", EVERY_ROLE),
                StaffRoute.post("/admin/decisions/{id}/approve", "approver"),
                StaffRoute.post("/admin/decisions/{id}/reject", "approver"),
                StaffRoute.post("/admin/decisions/{id}/withdraw", "curator"),
                StaffRoute.get("/admin/suspensions", EVERY_ROLE),
                StaffRoute.get("/admin/suspensions/{id}", EVERY_ROLE),
                StaffRoute.post("/admin/suspensions/{id}/confirm", "emergency", "approver"),
                StaffRoute.post("/admin/suspensions/{id}/resume", "curator"));
    }

    @Bean
    NavigationItem decisionsNavigation() {
        return NavigationItem.of(30, "/admin/decisions", "curation.navigation.decisions", EVERY_ROLE);
    }

    @Bean
    NavigationItem proposeNavigation() {
        return NavigationItem.of(31, "/admin/proposals/new", "curation.navigation.propose", "curator");
    }

    @Bean
    NavigationItem suspensionsNavigation() {
        return NavigationItem.of(32, "/admin/suspensions", "curation.navigation.suspensions", EVERY_ROLE);
    }
}
