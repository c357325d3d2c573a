// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.trustlist.automation.Propose;
import org.stadttor.trustlist.automation.web.ApiDescription;
import org.stadttor.trustlist.automation.web.ApiErrors;
import org.stadttor.trustlist.automation.web.TrustProposeApi;
import org.stadttor.trustlist.automation.web.TrustReadApi;
import org.stadttor.trustlist.issuer.EntityHistory;
import org.stadttor.trustlist.issuer.Listings;
import org.stadttor.trustlist.issuer.PreviewProposal;
import org.stadttor.trustlist.issuer.Proposals;
import org.stadttor.trustlist.issuer.ProposeChange;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.ProposeResumption;
import org.stadttor.trustlist.issuer.SuspendIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuers;
import org.stadttor.trustlist.issuer.WithdrawProposal;
import org.stadttor.trustlist.publication.PublicationFeed;

/** The interface for programs of staff. */
@Configuration(proxyBeanMethods = false)
class AutomationConfiguration {

    private static final String API = "/api/v1";
    private static final String[] READERS = {"reader", "curator", "approver", "emergency", "auditor"};

    @Bean
    Propose propose(
            ProposeIssuer listing, ProposeChange change, ProposeResumption resumption, PreviewProposal preview) {
        return new Propose(listing, change, resumption, preview);
    }

    @Bean
    TrustReadApi trustReadApi(TrustedIssuers issuers, EntityHistory history, Listings listings, PublicationFeed feed) {
        return new TrustReadApi(issuers, history, listings, feed);
    }

    @Bean
    TrustProposeApi trustProposeApi(
            Proposals proposals, Propose propose, WithdrawProposal withdraw, SuspendIssuer suspend) {
        return new TrustProposeApi(proposals, propose, withdraw, suspend);
    }

    @Bean
    ApiErrors apiErrors() {
        return new ApiErrors();
    }

    @Bean
    ApiDescription apiDescription() {
        return new ApiDescription();
    }

    /** No approval, no confirmation: those need a passkey. */
    @Bean
    StaffRoutes automationRoutes() {
        return StaffRoutes.of(
                StaffRoute.everybody("GET", API + "/openapi.json"),
                StaffRoute.get(API + "/lists", READERS),
                StaffRoute.get(API + "/entities", READERS),
                StaffRoute.get(API + "/entities/{id}", READERS),
                StaffRoute.get(API + "/entities/{id}/versions", READERS),
                StaffRoute.post(API + "/entities/{id}/suspension", "emergency"),
                StaffRoute.get(API + "/proposals", READERS),
                StaffRoute.get(API + "/proposals/{id}", READERS),
                StaffRoute.post(API + "/proposals", "curator"),
                StaffRoute.post(API + "/proposals/{id}/withdrawal", "curator"));
    }
}
