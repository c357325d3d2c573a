// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.stadttor.idp.login.AskWallet;
import org.stadttor.idp.login.LoginRequests;
import org.stadttor.idp.login.LoginSettings;
import org.stadttor.idp.login.Wallets;
import org.stadttor.idp.login.web.BrowserCookie;
import org.stadttor.idp.login.web.BrowserCsrfTokens;
import org.stadttor.idp.login.web.LiveEvents;
import org.stadttor.idp.login.web.LiveStates;
import org.stadttor.idp.login.web.LoginPages;
import org.stadttor.idp.login.web.LookAheadGuard;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.ui.SecurityHeaders;

/** The login pages over HTTP: who may reach them, with which headers, and how forms are protected without a session. */
@Configuration(proxyBeanMethods = false)
class LoginPagesConfiguration {

    @Bean
    BrowserCookie browserCookie(IdpSettings settings) {
        return new BrowserCookie(settings.issuer());
    }

    @Bean
    @Order(50)
    SecurityFilterChain loginChain(HttpSecurity http, BrowserCookie cookie, SecureRandom random) throws Exception {
        return http.securityMatcher("/login", "/login/**", "/ui/**", "/error")
                .headers(SecurityHeaders.pages())
                .csrf(csrf -> csrf.csrfTokenRepository(new BrowserCsrfTokens(cookie, random))
                        // Reached by forwards of other requests only.
                        .ignoringRequestMatchers("/login/error", "/error"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    LoginSettings.Qr qrSettings(LoginSettings settings) {
        return settings.qr();
    }

    @Bean
    LoginPages loginPages(Wallets wallets, LoginSettings.Qr qr, Clock clock) {
        return new LoginPages(wallets, qr, clock);
    }

    @Bean
    LiveStates liveStates(LoginRequests logins, AskWallet ask, LoginSettings.Qr qr, MessageSource messages) {
        return new LiveStates(logins, ask, qr, messages);
    }

    @Bean
    LiveEvents liveEvents(LoginSettings settings) {
        return new LiveEvents(settings.watchers());
    }

    @Bean
    WebMvcConfigurer lookAheadGuard() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new LookAheadGuard())
                        .addPathPatterns("/oauth2/authorize", "/login/return", "/login/result");
            }
        };
    }
}
