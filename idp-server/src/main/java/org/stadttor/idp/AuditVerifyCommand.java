// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.staff.audit.jdbc.AuditVerification;

/**
 * {@code java -jar idp-server.jar audit-verify}: checks the whole audit trail with the settings of the server, writes
 * one line and ends. It starts no server and changes nothing.
 */
@EnableConfigurationProperties(IdpSettings.class)
class AuditVerifyCommand {

    /** Runs the command and returns the exit code. */
    static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(AuditVerifyCommand.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(
                        Map.of("spring.config.name", IdpServer.CONFIG_NAME, "logging.pattern.console", "%m%n%nopex"))
                .run(arguments)) {
            IdpSettings.Database database = context.getBean(IdpSettings.class).database();
            return AuditVerification.run(database.url(), database.user(), database.password());
        }
    }
}
