// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.security.SecureRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadttor.idp.authorization.AuthorizationRequestRules;
import org.stadttor.idp.authorization.ClientAssertions;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.authorization.PushAuthorizationRequest;
import org.stadttor.idp.authorization.ReadUserInfo;
import org.stadttor.idp.authorization.RedeemCode;
import org.stadttor.idp.authorization.SignedIdTokenHints;
import org.stadttor.idp.authorization.SigningKeys;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.jdbc.JdbcRelyingParties;
import org.stadttor.idp.trial.CheckRequest;
import org.stadttor.idp.trial.FinishTrial;
import org.stadttor.idp.trial.StartTrial;
import org.stadttor.idp.trial.TrialParties;
import org.stadttor.idp.trial.web.OwnServices;
import org.stadttor.idp.trial.web.RequestCheckController;
import org.stadttor.idp.trial.web.TrialController;
import org.stadttor.staff.StaffAddress;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.ui.MessageBundle;

/** Agencies try things: a request checker everywhere, test logins in a sandbox. */
@Configuration(proxyBeanMethods = false)
class TrialConfiguration {

    private static final String[] ROLES = OwnServices.ROLES.toArray(String[]::new);

    @Bean
    MessageBundle trialTexts() {
        return new MessageBundle("messages/trial");
    }

    @Bean
    OwnServices ownServices(ReadRegistrations registrations, RelyingParties relyingParties) {
        return new OwnServices(registrations, relyingParties);
    }

    @Bean
    RequestCheckController requestCheckController(
            SigningKeys keys, Issuer issuer, ClientAssertions assertions, OwnServices services) {
        AuthorizationRequestRules rules = new AuthorizationRequestRules(new SignedIdTokenHints(keys, issuer));
        return new RequestCheckController(new CheckRequest(rules, assertions), services);
    }

    @Bean
    StaffRoutes requestCheckRoutes() {
        return StaffRoutes.of(
                StaffRoute.get("/agency/services/{clientId}/check", ROLES),
                StaffRoute.post("/agency/services/{clientId}/check", ROLES));
    }

    /** Only where everybody is invented. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("stadttor.sandbox-mode")
    static class TestLogins {

        @Bean
        RelyingParties trialParties(JdbcRelyingParties registered, ObjectProvider<StaffAddress> address) {
            return new TrialParties(registered, () -> address.getObject().page(TrialController.CALLBACK));
        }

        @Bean
        TrialController trialController(
                StartTrial start, FinishTrial finish, OwnServices services, StaffAddress address, Issuer issuer) {
            return new TrialController(start, finish, services, address, issuer);
        }

        @Bean
        StartTrial startTrial(
                RelyingParties relyingParties, PushAuthorizationRequest push, Issuer issuer, SecureRandom random) {
            return new StartTrial(relyingParties, push, issuer, random);
        }

        @Bean
        FinishTrial finishTrial(RedeemCode redeem, ReadUserInfo userInfo, SigningKeys keys, Issuer issuer) {
            return new FinishTrial(redeem, userInfo, keys, issuer);
        }

        @Bean
        StaffRoutes trialRoutes() {
            return StaffRoutes.of(
                    StaffRoute.get("/agency/services/{clientId}/try", ROLES),
                    StaffRoute.post("/agency/services/{clientId}/try", ROLES),
                    StaffRoute.get(TrialController.CALLBACK, ROLES));
        }
    }
}
