// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.idp.operations.ExplainSupportCode;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.idp.operations.SupportCases.SupportCase;
import org.stadttor.idp.operations.jdbc.JdbcSupportCases;

/**
 * {@code java -jar idp-server.jar explain-support-code 7K3M-Q9XE}: why a login failed, for the help desk. It uses the
 * settings of the server, writes a line per case and ends. It starts no server and changes nothing.
 */
@EnableConfigurationProperties(IdpSettings.class)
class SupportCodeCommand {

    static final String NAME = "explain-support-code";
    static final int FOUND = 0;
    static final int UNKNOWN = 1;
    static final int NOT_ASKED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(SupportCodeCommand.class);

    /** Runs the command and returns the exit code. */
    static int run(String... arguments) {
        List<String> words = Stream.of(arguments)
                .filter(word -> !word.startsWith("--") && !word.equals(NAME))
                .toList();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SupportCodeCommand.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(
                        Map.of("spring.config.name", IdpServer.CONFIG_NAME, "logging.pattern.console", "%m%n%nopex"))
                .run(arguments)) {
            return explain(context.getBean(IdpSettings.class).database(), String.join("", words));
        }
    }

    private static int explain(IdpSettings.Database database, String code) {
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
                database.url(), database.user(), database.password().text()));
        try {
            List<SupportCase> cases = new ExplainSupportCode(new JdbcSupportCases(jdbc)).explain(code);
            cases.forEach(found -> LOG.info("{} {} {}", found.happenedAt(), found.presentation(), found.reason()));
            if (cases.isEmpty()) {
                LOG.info("no login of the last 30 days failed with this code");
            }
            return cases.isEmpty() ? UNKNOWN : FOUND;
        } catch (DataAccessException e) {
            LOG.error("not looked up: {}", e.getMostSpecificCause().getMessage());
            return NOT_ASKED;
        }
    }
}
