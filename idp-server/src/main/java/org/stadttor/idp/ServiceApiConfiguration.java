// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadttor.idp.registration.DeclareService;
import org.stadttor.idp.registration.DossierHints;
import org.stadttor.idp.registration.DossierRules;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.registration.RegistrationPolicy;
import org.stadttor.idp.registration.SaveDraft;
import org.stadttor.idp.registration.ServiceRegistrations;
import org.stadttor.idp.registration.SubmitRegistration;
import org.stadttor.idp.registration.web.api.ApiRefusals;
import org.stadttor.idp.registration.web.api.ServiceApi;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;

/** The API of agencies. */
@Configuration(proxyBeanMethods = false)
class ServiceApiConfiguration {

    @Bean
    DeclareService declareService(
            ServiceRegistrations registrations,
            SaveDraft save,
            SubmitRegistration submit,
            DossierRules rules,
            RegistrationPolicy policy) {
        return new DeclareService(registrations, save, submit, rules, policy);
    }

    @Bean
    ServiceApi serviceApi(ReadRegistrations registrations, DeclareService declare, DossierHints hints) {
        return new ServiceApi(registrations, declare, hints);
    }

    @Bean
    ApiRefusals apiRefusals(MessageSource messages) {
        return new ApiRefusals(messages);
    }

    @Bean
    StaffRoutes serviceApiRoutes() {
        String[] readers = ServiceApi.READERS.toArray(String[]::new);
        return StaffRoutes.of(
                StaffRoute.everybody("GET", "/api/v1/openapi.json"),
                StaffRoute.get("/api/v1/services", readers),
                StaffRoute.get("/api/v1/services/{clientId}", readers),
                StaffRoute.put("/api/v1/services/{clientId}", ServiceApi.OWNERS.toArray(String[]::new)));
    }
}
