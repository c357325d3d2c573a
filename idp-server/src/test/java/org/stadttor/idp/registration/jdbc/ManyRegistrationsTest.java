// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.registration.DossierRules;
import org.stadttor.idp.registration.RegistrationQuery;
import org.stadttor.idp.registration.RegistrationState;
import org.stadttor.idp.registration.RegistrationSummary;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.relyingparty.RegistrationRules;
import org.stadttor.idp.relyingparty.jdbc.JdbcRelyingParties;
import org.stadttor.testing.TestDatabase;

/** Lists and searches over as many registrations as there are municipalities in Germany. */
class ManyRegistrationsTest {

    private static final int MANY = 12_000;
    private static final Duration LIMIT = Duration.ofMillis(200);

    private static JdbcServiceRegistrations registrations;

    @BeforeAll
    static void seed() {
        TestDatabase database = TestDatabase.create();
        SingleConnectionDataSource source =
                new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .schemas("idp")
                .locations("classpath:db/idp")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql(
                        "INSERT INTO idp.organisation SELECT '/de/l' || i % 16 || '/m' || i || '/', 'municipality', '{}', '{}',"
                                + " '', 1 FROM generate_series(1, " + MANY + ") i")
                .update();
        jdbc.sql("INSERT INTO idp.registration SELECT 'rp-' || i, 'production', '/de/l' || i % 16 || '/m' || i || '/',"
                        + " CASE WHEN i % 50 = 0 THEN 'suspended' ELSE 'live' END,"
                        + " CASE WHEN i % 100 = 0 THEN 'submitted' END, 1, NULL, NULL, '', NULL, now(), now(),"
                        + " '{\"de\":\"Dienst\"}', 'dienst ' || md5(i::text),"
                        + " 'dienst ' || md5(i::text) || ' rp-' || i || ' portal' || i || '.example"
                        + " landeshauptstadt nummer ' || i FROM generate_series(1, " + MANY + ") i")
                .update();
        jdbc.sql("ANALYZE").update();
        Clock clock = Clock.systemUTC();
        registrations = new JdbcServiceRegistrations(
                jdbc,
                new JdbcRelyingParties(jdbc, new RegistrationRules(false), clock),
                new DossierRules(false, clock),
                List.of(),
                clock);
    }

    @Test
    void lists_and_searches_in_time() {
        within("the first page", () -> search(Scope.everything(), RegistrationQuery.all(50)));
        within("the first page of a state", () -> search(Scope.of("/de/l7/"), RegistrationQuery.all(50)));
        within("the only page of a town", () -> search(Scope.of("/de/l7/m7/"), RegistrationQuery.all(50)));
        within("a host", () -> search(Scope.everything(), RegistrationQuery.containing("portal11999.", 50)));
        within("a common word", () -> search(Scope.everything(), RegistrationQuery.containing("hauptstadt", 50)));
        within("nothing", () -> search(Scope.everything(), RegistrationQuery.containing("gibt es nicht", 50)));
        within(
                "what is to be decided",
                () -> search(
                        Scope.everything(),
                        new RegistrationQuery(
                                "", Stage.PRODUCTION, Set.of(RegistrationState.SUSPENDED), true, "", 50)));
    }

    @Test
    void pages_through_all_without_losing_or_repeating() {
        Set<String> seen = new HashSet<>();
        List<Duration> times = new ArrayList<>();
        String after = "";
        do {
            String cursor = after;
            long begin = System.nanoTime();
            Page<RegistrationSummary> page =
                    search(Scope.everything(), new RegistrationQuery("", null, Set.of(), false, cursor, 100));
            times.add(Duration.ofNanos(System.nanoTime() - begin));
            page.items()
                    .forEach(item ->
                            assertThat(seen.add(item.clientId().value())).isTrue());
            after = page.nextCursor().orElse("");
        } while (!after.isEmpty());
        assertThat(seen).hasSize(MANY);
        assertThat(percentile95(times)).isLessThan(LIMIT);
    }

    private static Page<RegistrationSummary> search(Scope scope, RegistrationQuery query) {
        return registrations.search(scope, query);
    }

    private static void within(String what, Supplier<Page<RegistrationSummary>> search) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long begin = System.nanoTime();
            assertThat(search.get()).isNotNull();
            times.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        assertThat(percentile95(times)).as(what).isLessThan(LIMIT);
    }

    private static Duration percentile95(List<Duration> times) {
        Collections.sort(times);
        return times.get(times.size() * 95 / 100);
    }
}
