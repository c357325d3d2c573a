// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.sample.WriteSample;
import org.stadttor.idp.sample.web.SampleController;
import org.stadttor.idp.trial.web.OwnServices;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.ui.MessageBundle;

/** Code samples for agencies. */
@Configuration(proxyBeanMethods = false)
class SampleConfiguration {

    @Bean
    MessageBundle sampleTexts() {
        return new MessageBundle("messages/sample");
    }

    @Bean
    WriteSample writeSample(Issuer issuer) {
        return new WriteSample(issuer);
    }

    @Bean
    SampleController sampleController(WriteSample write, OwnServices services) {
        return new SampleController(write, services);
    }

    @Bean
    StaffRoutes sampleRoutes() {
        String[] roles = OwnServices.ROLES.toArray(String[]::new);
        return StaffRoutes.of(
                StaffRoute.get("/agency/services/{clientId}/samples", roles),
                StaffRoute.get("/agency/services/{clientId}/samples/{id}", roles),
                StaffRoute.get("/agency/services/{clientId}/samples/{id}/file", roles));
    }
}
