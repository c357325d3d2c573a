// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.statistics.LoginCounts;
import org.stadttor.idp.statistics.LoginTally;
import org.stadttor.idp.statistics.ReadStatistics;
import org.stadttor.idp.statistics.jdbc.JdbcLoginCounts;
import org.stadttor.idp.statistics.web.StatisticsController;
import org.stadttor.staff.StaffRoutes;

/** What is counted, and how long the counts are kept. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class StatisticsConfiguration {

    private static final Duration WRITE_INTERVAL = Duration.ofSeconds(5);
    private static final Duration PURGE_INTERVAL = Duration.ofHours(6);

    /** A year can be compared with the one before, month by month. */
    private static final Period MEMORY = Period.ofMonths(13);

    @Bean
    LoginCounts loginCounts(JdbcTemplate jdbc, TransactionOperations transactions) {
        return new JdbcLoginCounts(jdbc, transactions);
    }

    @Bean(destroyMethod = "write")
    LoginTally loginTally(LoginCounts counts, Clock clock) {
        return new LoginTally(counts, clock);
    }

    @Bean
    ReadStatistics readStatistics(ReadRegistrations registrations, LoginCounts counts, Clock clock) {
        return new ReadStatistics(registrations, counts, clock);
    }

    @Bean
    StaffRoutes statisticsRoutes() {
        return StatisticsController.routes();
    }

    @Bean
    SchedulingConfigurer statisticsSchedule(LoginTally tally, LoginCounts counts, Clock clock) {
        return tasks -> {
            tasks.addFixedDelayTask(tally::write, WRITE_INTERVAL);
            tasks.addFixedDelayTask(
                    () -> counts.purge(
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minus(MEMORY)),
                    PURGE_INTERVAL);
        };
    }
}
