// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import org.stadttor.idp.operations.DatabaseSchemas;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.staff.invitation.InvitationLink;
import org.stadttor.staff.wiring.StaffInvite;

/**
 * {@code java -jar idp-server.jar staff-invite}: links for two new administrators of the staff, when all are lost. It uses the
 * settings of the process, writes the links and ends; the audit trail tells that it was used.
 */
@EnableConfigurationProperties(IdpSettings.class)
class StaffInviteCommand {

    static final int INVITED = 0;
    static final int NOT_INVITED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(StaffInviteCommand.class);

    /** Runs the command and returns the exit code. */
    static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(StaffInviteCommand.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(
                        Map.of("spring.config.name", IdpServer.CONFIG_NAME, "logging.pattern.console", "%m%n%nopex"))
                .run(arguments)) {
            return invite(context.getBean(IdpSettings.class));
        }
    }

    private static int invite(IdpSettings settings) {
        DriverManagerDataSource database = new DriverManagerDataSource(
                settings.database().url(),
                settings.database().user(),
                settings.database().password().text());
        try {
            List<InvitationLink> links =
                    StaffInvite.invite(database, DatabaseSchemas.STAFF, settings.staff(), Clock.systemUTC());
            LOG.info(
                    "Give one link each to two people; a link serves once, until {}:",
                    links.getFirst().expiresAt());
            links.forEach(link -> LOG.info("{}", link.address()));
            return INVITED;
        } catch (DataAccessException e) {
            LOG.error("not invited: {}", e.getMostSpecificCause().getMessage());
            return NOT_INVITED;
        } catch (TransactionException e) {
            LOG.error("not invited: {}", e.getMessage());
            return NOT_INVITED;
        }
    }
}
