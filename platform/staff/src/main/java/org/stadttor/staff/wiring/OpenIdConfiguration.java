// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.Secrets;
import org.stadttor.staff.StaffAddress;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.StaffSettings;
import org.stadttor.staff.oidc.FinishSignIn;
import org.stadttor.staff.oidc.OpenIdClient;
import org.stadttor.staff.oidc.OpenIdOffer;
import org.stadttor.staff.oidc.UnlinkIdentity;
import org.stadttor.staff.oidc.http.JdkProviderHttp;
import org.stadttor.staff.oidc.jdbc.JdbcIdentities;
import org.stadttor.staff.oidc.web.OpenIdController;
import org.stadttor.staff.web.StaffSessions;

/** Signing in through the operator's provider, where the settings name one. */
@Configuration(proxyBeanMethods = false)
class OpenIdConfiguration {

    private static final String PAGE = "/staff/openid";

    @Bean
    OpenIdOffer openIdOffer(StaffSettings settings) {
        return new OpenIdOffer(Optional.ofNullable(settings.openidProvider())
                .map(StaffSettings.OpenIdProvider::name)
                .orElse(""));
    }

    @Bean
    FinishSignIn.Stores openIdStores(JdbcClient jdbc, StaffProcess process, StaffMembers members) {
        return new FinishSignIn.Stores(new JdbcIdentities(jdbc, process.schema()), members);
    }

    @Bean(destroyMethod = "close")
    JdkProviderHttp openIdHttp(StaffSettings settings) {
        return new JdkProviderHttp(settings.sandboxSignIn());
    }

    @Bean
    @Nullable
    OpenIdClient openIdClient(StaffSettings settings, JdkProviderHttp http, StaffAddress address, Clock clock) {
        StaffSettings.@Nullable OpenIdProvider provider = settings.openidProvider();
        return provider == null ? null : new OpenIdClient(provider, http, address, clock);
    }

    /** What the pages need, if there is a provider. */
    record Pages(Optional<OpenIdController.Parts> parts) {}

    @Bean
    Pages openIdPages(
            Optional<OpenIdClient> openIdClient,
            FinishSignIn.Stores stores,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        return new Pages(openIdClient.map(client -> new OpenIdController.Parts(
                client,
                new FinishSignIn(client, stores, audit, transactions, clock),
                new UnlinkIdentity(stores.identities(), audit, transactions),
                stores.identities(),
                new Secrets(new SecureRandom()))));
    }

    @Bean
    OpenIdController openIdController(
            Pages pages, StaffSessions sessions, Confirmations confirmations, StaffAddress address, Clock clock) {
        return new OpenIdController(pages.parts(), sessions, confirmations, address, clock);
    }

    @Bean
    NavigationItem openIdNavigation(OpenIdOffer offer, StaffProcess process) {
        return new NavigationItem(910, PAGE, "staff.openid.title", offer.offered() ? process.roles() : Set.of());
    }

    @Bean
    StaffRoutes openIdRoutes() {
        return StaffRoutes.of(
                StaffRoute.everybody("GET", PAGE + "/start"),
                StaffRoute.everybody("GET", OpenIdClient.CALLBACK),
                StaffRoute.signedIn("GET", PAGE),
                StaffRoute.signedIn("POST", PAGE + "/link"),
                StaffRoute.signedIn("POST", PAGE + "/unlink"));
    }
}
