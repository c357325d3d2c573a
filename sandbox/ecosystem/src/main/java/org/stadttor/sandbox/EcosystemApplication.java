// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox;

import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.stadttor.sandbox.pidprovider.PidProviders;
import org.stadttor.sandbox.pidprovider.web.PidProviderController;
import org.stadttor.sandbox.pidprovider.web.PidProviderPages;
import org.stadttor.sandbox.portal.PortalConfiguration;
import org.stadttor.sandbox.portal.PortalSettings;
import org.stadttor.sandbox.wallet.AccessAuthorities;
import org.stadttor.sandbox.wallet.SandboxWallet;
import org.stadttor.sandbox.wallet.web.WalletController;
import org.stadttor.ui.SecurityHeaders;
import org.stadttor.ui.Site;
import org.stadttor.ui.UiConfiguration;

/**
 * PID provider, wallet and portal in one application. What it needs of Spring Boot is listed by name, so that it runs the
 * same wherever it stands on a longer class path.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({
    UiConfiguration.class,
    PidProviderController.class,
    PidProviderPages.class,
    WalletController.class,
    PortalConfiguration.class
})
class EcosystemApplication {

    @Bean
    Site site() {
        return Site.of("Sandbox", Site.Banner.SANDBOX, "messages/sandbox");
    }

    @Bean
    Clock clock(EcosystemSettings settings) {
        return settings.clock();
    }

    @Bean
    EcosystemAddress ecosystemAddress(EcosystemSettings settings) {
        return new EcosystemAddress(settings.publicAddress());
    }

    @Bean
    PidProviders pidProviders(EcosystemSettings settings, Supplier<URI> address, Clock clock) {
        return new PidProviders(settings.dataFolder().resolve("pid-provider"), address, clock);
    }

    @Bean
    AccessAuthorities accessAuthorities(EcosystemSettings settings) {
        return new AccessAuthorities(settings.accessAuthorities());
    }

    @Bean
    SandboxWallet sandboxWallet(PidProviders providers, AccessAuthorities authorities, Clock clock) {
        return new SandboxWallet(providers, authorities, clock);
    }

    @Bean
    PortalSettings portalSettings(EcosystemSettings settings) {
        EcosystemSettings.Portal portal = settings.portal();
        return new PortalSettings(
                portal.issuer(),
                portal.clientId(),
                portal.scopes(),
                settings.dataFolder().resolve("portal"));
    }

    /** Simple clients get status lists and credentials here: no session, no token against forgery. */
    @Bean
    @Order(1)
    SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
        return http.securityMatcher("/pid-provider/*/status-lists/*", "/pid-provider/*/credentials")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.headers(SecurityHeaders.pages())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .logout(logout -> logout.disable())
                .build();
    }
}
