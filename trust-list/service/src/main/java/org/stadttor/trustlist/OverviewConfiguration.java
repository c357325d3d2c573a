// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadttor.audit.VerifyAuditChain;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.trustlist.issuer.AcknowledgeAlert;
import org.stadttor.trustlist.issuer.EntityHistory;
import org.stadttor.trustlist.issuer.IssuerRegister;
import org.stadttor.trustlist.issuer.TrustedIssuers;
import org.stadttor.trustlist.overview.AskWhy;
import org.stadttor.trustlist.overview.AuditWatch;
import org.stadttor.trustlist.overview.CollectExpiries;
import org.stadttor.trustlist.overview.LookAround;
import org.stadttor.trustlist.overview.SearchEntities;
import org.stadttor.trustlist.overview.web.AlertController;
import org.stadttor.trustlist.overview.web.CalendarController;
import org.stadttor.trustlist.overview.web.DashboardController;
import org.stadttor.trustlist.overview.web.EntitiesController;
import org.stadttor.trustlist.overview.web.EntityController;
import org.stadttor.trustlist.overview.web.ListController;
import org.stadttor.trustlist.overview.web.ListFilesController;
import org.stadttor.trustlist.overview.web.WhyController;
import org.stadttor.trustlist.publication.IssueTemplate;
import org.stadttor.trustlist.publication.Publications;

/** Pages on which staff read: overview, search, history, calendar, and why something is trusted. */
@Configuration(proxyBeanMethods = false)
class OverviewConfiguration {

    private static final String[] READERS = {"reader", "curator", "approver", "emergency", "auditor"};

    @Bean
    StaffRoutes overviewRoutes() {
        return StaffRoutes.of(
                StaffRoute.get("/admin", READERS),
                StaffRoute.get("/admin/entities", READERS),
                StaffRoute.get("/admin/entities/{id}", READERS),
                StaffRoute.get("/admin/entities/{id}/certificates.pem", READERS),
                StaffRoute.get("/admin/lists/{name}", READERS),
                StaffRoute.get("/admin/lists/{name}/{sequence}/list.jws", READERS),
                StaffRoute.get("/admin/lists/{name}/{sequence}/list.json", READERS),
                StaffRoute.get("/admin/lists/{name}/{sequence}/certificates.pem", READERS),
                StaffRoute.get("/admin/calendar", READERS),
                StaffRoute.get("/admin/calendar.ics", READERS),
                StaffRoute.get("/api/v1/calendar.ics", READERS),
                StaffRoute.get("/admin/alerts/{id}", READERS),
                StaffRoute.post("/admin/alerts/{id}", "curator", "approver", "emergency"),
                StaffRoute.get("/admin/why", READERS),
                StaffRoute.post("/admin/why", READERS));
    }

    @Bean
    NavigationItem overviewNavigation() {
        return NavigationItem.of(10, "/admin", "overview.navigation", READERS);
    }

    @Bean
    NavigationItem entitiesNavigation() {
        return NavigationItem.of(20, "/admin/entities", "overview.entities.title", READERS);
    }

    @Bean
    NavigationItem calendarNavigation() {
        return NavigationItem.of(60, "/admin/calendar", "overview.calendar.navigation", READERS);
    }

    @Bean
    NavigationItem whyNavigation() {
        return NavigationItem.of(70, "/admin/why", "overview.why.navigation", READERS);
    }

    @Bean
    CollectExpiries collectExpiries(IssuerRegister register, Publications publications, IssueTemplate template) {
        return new CollectExpiries(register, publications, template.key().certificate());
    }

    @Bean
    AuditWatch auditWatch(VerifyAuditChain verify, Clock clock) {
        return new AuditWatch(verify, clock);
    }

    @Bean
    LookAround lookAround(
            IssuerRegister register,
            Publications publications,
            CollectExpiries expiries,
            AuditWatch audit,
            IssueTemplate template,
            Clock clock) {
        return new LookAround(new LookAround.Sources(register, publications), expiries, audit, template.plan(), clock);
    }

    @Bean
    DashboardController dashboardController(LookAround lookAround) {
        return new DashboardController(lookAround);
    }

    @Bean
    EntitiesController entitiesController(TrustedIssuers issuers, MessageSource messages) {
        return new EntitiesController(new SearchEntities(issuers), messages);
    }

    @Bean
    EntityController entityController(
            IssuerRegister register, EntityHistory history, StaffMembers members, MessageSource messages, Clock clock) {
        return new EntityController(register, history, members, messages, clock);
    }

    @Bean
    ListController listController(Publications publications, IssueTemplate template, MessageSource messages) {
        return new ListController(publications, template, messages);
    }

    @Bean
    ListFilesController listFilesController(Publications publications) {
        return new ListFilesController(publications);
    }

    @Bean
    CalendarController calendarController(CollectExpiries expiries, MessageSource messages, Clock clock) {
        return new CalendarController(expiries, messages, clock);
    }

    @Bean
    AlertController alertController(
            IssuerRegister register, AcknowledgeAlert acknowledge, StaffMembers members, MessageSource messages) {
        return new AlertController(register, acknowledge, members, messages);
    }

    @Bean
    WhyController whyController(Publications publications, MessageSource messages, Clock clock) {
        return new WhyController(new AskWhy(publications, clock), messages, clock);
    }
}
