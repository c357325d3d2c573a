// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.StaffSettings;
import org.stadttor.staff.apikey.ApiKeys;
import org.stadttor.staff.apikey.AuthenticateApiKey;
import org.stadttor.staff.apikey.CreateApiKey;
import org.stadttor.staff.apikey.RevokeApiKey;
import org.stadttor.staff.apikey.jdbc.JdbcApiKeys;
import org.stadttor.staff.apikey.web.ApiKeyFilter;
import org.stadttor.staff.apikey.web.ApiKeysController;
import org.stadttor.staff.apikey.web.ApiProblems;
import org.stadttor.staff.web.RouteAuthorization;
import org.stadttor.staff.web.StaffPort;

/** API keys: the page where they are made, and the filter chain of {@code /api/v1/**}. */
@Configuration(proxyBeanMethods = false)
class ApiKeyConfiguration {

    private static final String PAGE = "/staff/keys";
    private static final int LATE = 900;

    @Bean
    ApiKeys apiKeys(JdbcClient jdbc, StaffProcess process) {
        return new JdbcApiKeys(jdbc, process.schema());
    }

    @Bean
    CreateApiKey createApiKey(ApiKeys keys, AuditLog audit, TransactionOperations transactions, Clock clock) {
        return new CreateApiKey(keys, audit, transactions, new SecureRandom(), clock);
    }

    @Bean
    RevokeApiKey revokeApiKey(ApiKeys keys, AuditLog audit, TransactionOperations transactions, Clock clock) {
        return new RevokeApiKey(keys, audit, transactions, clock);
    }

    @Bean
    AuthenticateApiKey authenticateApiKey(ApiKeys keys, StaffMembers members, StaffSettings settings, Clock clock) {
        return new AuthenticateApiKey(keys, members, settings, clock);
    }

    @Bean
    ApiKeysController apiKeysController(
            ApiKeys keys, CreateApiKey create, RevokeApiKey revoke, Confirmations confirmations, Clock clock) {
        return new ApiKeysController(keys, create, revoke, confirmations, clock);
    }

    @Bean
    NavigationItem apiKeysNavigation(StaffProcess process) {
        return new NavigationItem(LATE, PAGE, "staff.keys.title", process.roles());
    }

    @Bean
    StaffRoutes apiKeyRoutes() {
        return StaffRoutes.of(
                StaffRoute.signedIn("GET", PAGE),
                StaffRoute.signedIn("POST", PAGE),
                StaffRoute.signedIn("POST", PAGE + "/{id}/revoke"));
    }

    /** Keys only: no session, no cookie, hence no token against forgery. */
    @Bean
    @Order(0)
    SecurityFilterChain staffApiChain(
            HttpSecurity http, StaffPort port, RouteAuthorization routes, AuthenticateApiKey authenticate, Clock clock)
            throws Exception {
        ApiProblems problems = new ApiProblems();
        return http.securityMatcher(new AndRequestMatcher(
                        port, PathPatternRequestMatcher.withDefaults().matcher("/api/v1/**")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new ApiKeyFilter(authenticate, problems, clock), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(routes))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }
}
