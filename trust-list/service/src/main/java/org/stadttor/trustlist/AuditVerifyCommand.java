// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadttor.audit.ChainState;
import org.stadttor.audit.VerifyAuditChain;
import org.stadttor.audit.jdbc.JdbcAuditTrail;
import org.stadttor.trustlist.operations.TrustListSettings;

/**
 * {@code java -jar trust-list.jar audit-verify}: checks the whole audit trail with the settings of the service, writes
 * one line and ends. It starts no service and changes nothing.
 */
@EnableConfigurationProperties(TrustListSettings.class)
class AuditVerifyCommand {

    static final String NAME = "audit-verify";
    static final int INTACT = 0;
    static final int BROKEN = 1;
    static final int NOT_CHECKED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(AuditVerifyCommand.class);

    /** Runs the command and returns the exit code. */
    static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(AuditVerifyCommand.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of(
                        "spring.config.name", TrustListService.CONFIG_NAME, "logging.pattern.console", "%m%n%nopex"))
                .run(arguments)) {
            return verify(context.getBean(TrustListSettings.class).database());
        }
    }

    private static int verify(TrustListSettings.Database database) {
        SingleConnectionDataSource dataSource = new SingleConnectionDataSource(
                database.url(), database.user(), database.password().text(), true);
        try {
            return report(new VerifyAuditChain(new JdbcAuditTrail(new JdbcTemplate(dataSource))).verify());
        } catch (DataAccessException e) {
            LOG.error("audit trail not checked: {}", e.getMostSpecificCause().getMessage());
            return NOT_CHECKED;
        } finally {
            dataSource.destroy();
        }
    }

    private static int report(ChainState state) {
        return switch (state) {
            case ChainState.Intact intact -> {
                LOG.info("audit trail intact: {} entries, last hash {}", intact.lastSequence(), intact.lastHash());
                yield INTACT;
            }
            case ChainState.Broken broken -> {
                LOG.error(
                        "audit trail broken at entry {}: {}",
                        broken.sequence(),
                        broken.reason().code());
                yield BROKEN;
            }
        };
    }
}
