// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadttor.idp.explanation.web.ExplanationController;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.ui.MessageBundle;
import org.stadttor.wallet.credential.ExplainCredential;
import org.stadttor.wallet.credential.ExplainStatusToken;

/** The page that explains what the verifiers say. */
@Configuration(proxyBeanMethods = false)
class ExplanationConfiguration {

    private static final String[] ROLES = {"registrar", "support", "auditor"};

    @Bean
    MessageBundle explanationTexts() {
        return new MessageBundle("messages/explanation");
    }

    @Bean
    ExplanationController explanationController(ExplainCredential credentials, ExplainStatusToken tokens) {
        return new ExplanationController(credentials, tokens);
    }

    @Bean
    StaffRoutes explanationRoutes() {
        return StaffRoutes.of(StaffRoute.get("/admin/explain", ROLES), StaffRoute.post("/admin/explain", ROLES));
    }

    @Bean
    NavigationItem explanationNavigation() {
        return NavigationItem.of(60, "/admin/explain", "nav.explain", ROLES);
    }
}
