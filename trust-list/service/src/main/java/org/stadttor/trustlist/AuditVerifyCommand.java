// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadttor.staff.audit.jdbc.AuditVerification;
import org.stadttor.trustlist.operations.TrustListSettings;

/**
 * {@code java -jar trust-list.jar audit-verify}: checks the whole audit trail with the settings of the service, writes
 * one line and ends. It starts no service and changes nothing.
 */
@EnableConfigurationProperties(TrustListSettings.class)
class AuditVerifyCommand {

    /** Runs the command and returns the exit code. */
    static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(AuditVerifyCommand.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of(
                        "spring.config.name", TrustListService.CONFIG_NAME, "logging.pattern.console", "%m%n%nopex"))
                .run(arguments)) {
            TrustListSettings.Database database =
                    context.getBean(TrustListSettings.class).database();
            return AuditVerification.run(database.url(), database.user(), database.password());
        }
    }
}
