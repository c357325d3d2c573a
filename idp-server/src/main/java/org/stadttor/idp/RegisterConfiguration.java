// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.idp.register.PublicRegister;
import org.stadttor.idp.register.ReadRegister;
import org.stadttor.idp.register.RegistrarSeal;
import org.stadttor.idp.register.ShowRegisterData;
import org.stadttor.idp.register.WalletRelyingParties;
import org.stadttor.idp.register.jdbc.JdbcPublicRegister;
import org.stadttor.idp.register.web.RegisterDataController;
import org.stadttor.idp.register.web.RegisterFacts;
import org.stadttor.idp.registration.DossierRules;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.registration.Stage;
import org.stadttor.settings.Secret;
import org.stadttor.staff.StaffRoutes;

/** The public register. Its entries are always kept; its interface exists only with a certificate to sign with. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    private static final String SETTING = "stadttor.registrar.certificate";

    @Bean
    WalletRelyingParties walletRelyingParties(IdpSettings settings) {
        IdpSettings.Registrar registrar = settings.registrar();
        return new WalletRelyingParties(
                settings.issuer() + "/wrp",
                new WalletRelyingParties.Intermediary(
                        registrar.intermediaryIdentifier(), registrar.intermediaryName()));
    }

    @Bean
    RegisterDataController registerDataController(
            ReadRegistrations registrations, DossierRules rules, WalletRelyingParties parties) {
        return new RegisterDataController(new ShowRegisterData(registrations, rules, parties));
    }

    @Bean
    StaffRoutes registerDataRoutes() {
        return RegisterDataController.routes();
    }

    @Bean
    JdbcPublicRegister publicRegister(JdbcClient jdbc, WalletRelyingParties parties, IdpSettings settings) {
        return new JdbcPublicRegister(
                jdbc,
                parties,
                settings.sandboxMode() ? List.of(Stage.PRODUCTION, Stage.SANDBOX) : List.of(Stage.PRODUCTION));
    }

    @Bean
    @ConditionalOnProperty(SETTING)
    ReadRegister readRegister(PublicRegister register, IdpSettings settings, Clock clock) {
        RegistrarSeal seal = new RegistrarSeal(
                Secret.of(Objects.requireNonNull(settings.registrar().certificate()))
                        .text(),
                Objects.requireNonNull(settings.registrar().key()).text());
        return new ReadRegister(register, seal, settings.issuer().toString(), clock);
    }

    @Bean
    @ConditionalOnProperty(SETTING)
    RegisterFacts registerFacts(IdpSettings settings) {
        String intermediary = settings.registrar().intermediaryIdentifier();
        return new RegisterFacts(intermediary.isEmpty() ? Set.of() : Set.of(intermediary));
    }

    @Bean
    @Order(90)
    @ConditionalOnProperty(SETTING)
    SecurityFilterChain registerChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/wrp", "/wrp/*")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/wrp", "/wrp/*")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
