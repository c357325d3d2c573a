// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.stadttor.idp.domainproof.ChallengeDomain;
import org.stadttor.idp.domainproof.ProveDomain;
import org.stadttor.idp.domainproof.ReadDomains;
import org.stadttor.idp.login.RefusalGroup;
import org.stadttor.idp.operations.ExplainSupportCode;
import org.stadttor.idp.operations.web.SupportController;
import org.stadttor.idp.organisation.AddUnit;
import org.stadttor.idp.organisation.ChangeUnit;
import org.stadttor.idp.organisation.ReadUnits;
import org.stadttor.idp.registration.DecideRegistration;
import org.stadttor.idp.registration.DossierHints;
import org.stadttor.idp.registration.DossierRules;
import org.stadttor.idp.registration.GoLive;
import org.stadttor.idp.registration.PastedKeys;
import org.stadttor.idp.registration.PromoteToProduction;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.registration.RegistrationPolicy;
import org.stadttor.idp.registration.ResumeRegistration;
import org.stadttor.idp.registration.RetireRegistration;
import org.stadttor.idp.registration.RollBack;
import org.stadttor.idp.registration.SaveDraft;
import org.stadttor.idp.registration.SubmitRegistration;
import org.stadttor.idp.registration.SuspendRegistration;
import org.stadttor.idp.registration.web.AgencyActs;
import org.stadttor.idp.registration.web.AgencyListController;
import org.stadttor.idp.registration.web.DecisionController;
import org.stadttor.idp.registration.web.DomainStates;
import org.stadttor.idp.registration.web.DomainsController;
import org.stadttor.idp.registration.web.Drafts;
import org.stadttor.idp.registration.web.EditServiceController;
import org.stadttor.idp.registration.web.KeyViews;
import org.stadttor.idp.registration.web.NewServiceController;
import org.stadttor.idp.registration.web.OrganisationController;
import org.stadttor.idp.registration.web.OwnOrganisationController;
import org.stadttor.idp.registration.web.PageRefusals;
import org.stadttor.idp.registration.web.RegistrarActs;
import org.stadttor.idp.registration.web.RegistrarController;
import org.stadttor.idp.registration.web.RegistrationRoutes;
import org.stadttor.idp.registration.web.ServiceActsController;
import org.stadttor.idp.registration.web.ServiceController;
import org.stadttor.idp.registration.web.ServiceViews;
import org.stadttor.idp.registration.web.UploadForms;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.web.StaffPort;
import org.stadttor.ui.MessageBundle;

/** The agencies' portal, the registrars' pages and the help desk. */
@Configuration(proxyBeanMethods = false)
class RegistrationPagesConfiguration {

    @Bean
    MessageBundle agencyTexts() {
        return new MessageBundle("messages/agency");
    }

    @Bean
    StaffRoutes agencyRoutes() {
        return RegistrationRoutes.agency();
    }

    @Bean
    StaffRoutes registrarRoutes() {
        return RegistrationRoutes.registrars();
    }

    @Bean
    StaffRoutes supportRoutes() {
        return StaffRoutes.of(
                StaffRoute.get("/admin/support", "support"), StaffRoute.post("/admin/support", "support"));
    }

    @Bean
    NavigationItem servicesItem() {
        return RegistrationRoutes.navigation().get(0);
    }

    @Bean
    NavigationItem ownOrganisationItem() {
        return RegistrationRoutes.navigation().get(1);
    }

    @Bean
    NavigationItem registrationsItem() {
        return RegistrationRoutes.navigation().get(2);
    }

    @Bean
    NavigationItem organisationsItem() {
        return RegistrationRoutes.navigation().get(3);
    }

    @Bean
    NavigationItem supportItem() {
        return NavigationItem.of(50, "/admin/support", "support.navigation", "support");
    }

    /** Before Spring Security, which reads the token of a form from its fields. */
    @Bean
    FilterRegistrationBean<UploadForms> uploadForms(StaffPort port) {
        FilterRegistrationBean<UploadForms> registration = new FilterRegistrationBean<>(new UploadForms(port));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return registration;
    }

    @Bean
    DomainStates domainStates(ReadDomains domains) {
        return new DomainStates(domains);
    }

    @Bean
    ServiceViews serviceViews(ReadRegistrations read, DossierRules rules, DomainStates domains, Clock clock) {
        return new ServiceViews(read, rules, domains, clock);
    }

    @Bean
    Drafts drafts(
            SaveDraft save,
            SubmitRegistration submit,
            DossierRules rules,
            RegistrationPolicy policy,
            PastedKeys pasting) {
        return new Drafts(save, submit, rules, policy, pasting);
    }

    @Bean
    KeyViews keyViews(Clock clock) {
        return new KeyViews(clock);
    }

    @Bean
    PageRefusals pageRefusals(MessageSource messages) {
        return new PageRefusals(messages);
    }

    @Bean
    AgencyListController agencyListController(ReadRegistrations read, ServiceViews views) {
        return new AgencyListController(read, views);
    }

    @Bean
    NewServiceController newServiceController(ReadUnits units, Drafts drafts, MessageSource messages) {
        return new NewServiceController(units, drafts, messages);
    }

    @Bean
    EditServiceController editServiceController(
            ServiceViews views, Drafts drafts, DossierHints hints, MessageSource messages, KeyViews keys) {
        return new EditServiceController(views, drafts, hints, messages, keys);
    }

    @Bean
    ServiceController serviceController(
            ServiceViews views,
            ReadRegistrations read,
            DossierHints hints,
            DomainStates domains,
            MessageSource messages) {
        return new ServiceController(views, read, hints, domains, messages);
    }

    @Bean
    DomainsController domainsController(
            ServiceViews views,
            DomainStates domains,
            ChallengeDomain challenge,
            ProveDomain prove,
            MessageSource messages) {
        return new DomainsController(views, domains, challenge, prove, messages);
    }

    @Bean
    AgencyActs.Forward forwardActs(
            SubmitRegistration submit, GoLive goLive, RollBack rollBack, PromoteToProduction promote) {
        return new AgencyActs.Forward(submit, goLive, rollBack, promote);
    }

    @Bean
    ServiceActsController serviceActsController(
            ServiceViews views,
            AgencyActs.Forward forward,
            SuspendRegistration suspend,
            RetireRegistration retire,
            Confirmations confirmations) {
        AgencyActs acts = new AgencyActs(forward, new AgencyActs.Stop(suspend, retire));
        return new ServiceActsController(views, acts, confirmations);
    }

    @Bean
    RegistrarController registrarController(
            ReadRegistrations read,
            ServiceViews views,
            DossierHints hints,
            DomainStates domains,
            MessageSource messages) {
        return new RegistrarController(read, views, hints, domains, messages);
    }

    @Bean
    RegistrarActs registrarActs(
            DecideRegistration decide,
            SuspendRegistration suspend,
            ResumeRegistration resume,
            RetireRegistration retire) {
        return new RegistrarActs(decide, suspend, resume, retire);
    }

    @Bean
    DecisionController decisionController(ServiceViews views, RegistrarActs acts, Confirmations confirmations) {
        return new DecisionController(views, acts, confirmations);
    }

    @Bean
    OrganisationController organisationController(
            ReadUnits read, AddUnit add, ChangeUnit change, MessageSource messages) {
        return new OrganisationController(read, add, change, messages);
    }

    @Bean
    OwnOrganisationController ownOrganisationController(ReadUnits read, ChangeUnit change, MessageSource messages) {
        return new OwnOrganisationController(read, change, messages);
    }

    @Bean
    SupportController supportController(ExplainSupportCode explain) {
        return new SupportController(explain, reason -> RefusalGroup.of(reason).key());
    }
}
