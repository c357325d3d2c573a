// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.stadttor.idp.operations.IdpSettings;

/**
 * What an anonymous browser or wallet may reach: the login pages, the wallet's endpoints, the authorization endpoint and
 * static files. Everything else does not exist. There is no server-side session.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class CitizenSecurityConfiguration {

    private static final String[] PROTOCOL_ENDPOINTS = {"/wallet/**", "/oauth2/authorize"};

    /** On the management port only: the server has these end points nowhere else. */
    @Bean
    @Order(10)
    SecurityFilterChain managementChain(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                EndpointRequest.to(HealthEndpoint.class, PrometheusScrapeEndpoint.class))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(100)
    SecurityFilterChain citizenChain(HttpSecurity http, IdpSettings settings) throws Exception {
        return stateless(http)
                .csrf(csrf ->
                        csrf.csrfTokenRepository(csrfCookie(settings)).ignoringRequestMatchers(PROTOCOL_ENDPOINTS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/ui/**", "/favicon.ico", "/error")
                        .permitAll()
                        .requestMatchers("/login", "/login/**", "/wallet/**", "/oauth2/authorize")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)));
    }

    private static CookieCsrfTokenRepository csrfCookie(IdpSettings settings) {
        boolean https = "https".equals(settings.issuer().getScheme());
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieName(https ? "__Host-stadttor-csrf" : "stadttor-csrf");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(https).sameSite("Lax"));
        return repository;
    }
}
