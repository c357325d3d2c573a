// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.stadttor.staff.web.RouteAuthorization;
import org.stadttor.staff.web.StaffPort;
import org.stadttor.staff.web.StaffSessions;
import org.stadttor.ui.SecurityHeaders;

/** The filter chain of the staff port. */
@Configuration(proxyBeanMethods = false)
class StaffSecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain staffChain(HttpSecurity http, StaffPort port, StaffSessions sessions, RouteAuthorization routes)
            throws Exception {
        return http.securityMatcher(port)
                .headers(SecurityHeaders.pages())
                .securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(routes))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/staff/sign-in")))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .build();
    }
}
