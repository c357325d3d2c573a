// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.stadttor.staff.audit.jdbc.AuditVerification;
import org.stadttor.staff.wiring.StaffInvite;
import org.stadttor.trustlist.operations.TrustListSettings;

/**
 * Process 2: decides whom to trust, on the internal network. What auto-configuration would bring by being on the class
 * path but is not wanted here is excluded by name, so that the service is the same alone and inside the sandbox.
 */
@SpringBootApplication(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.session.autoconfigure.SessionAutoConfiguration",
            "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
        })
@EnableConfigurationProperties(TrustListSettings.class)
public class TrustListService {

    /** Name of the configuration file: {@code trust-list.yml}. */
    public static final String CONFIG_NAME = "trust-list";

    /** Starts the service, checks the audit trail or invites administrators; settings as described in the operations guide. */
    public static void main(String... arguments) {
        if (List.of(arguments).contains(AuditVerification.NAME)) {
            System.exit(AuditVerifyCommand.run(arguments));
        }
        if (List.of(arguments).contains(StaffInvite.NAME)) {
            System.exit(StaffInviteCommand.run(arguments));
        }
        application().run(arguments);
    }

    /** The service, ready to be given more properties and run; several can run in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(TrustListService.class)
                .properties(Map.of("spring.config.name", CONFIG_NAME));
    }
}
