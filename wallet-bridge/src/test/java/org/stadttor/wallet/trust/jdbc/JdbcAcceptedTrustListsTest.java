// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.trust.AcceptedTrustLists.Accepted;

class JdbcAcceptedTrustListsTest {

    private final JdbcAcceptedTrustLists lists = new JdbcAcceptedTrustLists(JdbcClient.create(database()));

    private static DataSource database() {
        TestDatabase database = TestDatabase.create();
        DataSource source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .schemas("wallet")
                .locations("classpath:db/wallet")
                .load()
                .migrate();
        return source;
    }

    private static Accepted list(long sequence, String digest) {
        return new Accepted("type", sequence, digest, "a.b." + sequence + digest);
    }

    @Test
    void has_nothing_at_first() {
        assertThat(lists.find("type")).isEmpty();
        assertThat(lists.sequence("type")).isEqualTo(-1);
    }

    @Test
    void keeps_the_highest_sequence() {
        assertThat(lists.keep(list(5, "x"))).isTrue();
        assertThat(lists.keep(list(4, "x"))).isFalse();
        assertThat(lists.find("type")).contains(list(5, "x"));
        assertThat(lists.keep(list(6, "y"))).isTrue();
        assertThat(lists.find("type")).contains(list(6, "y"));
        assertThat(lists.sequence("type")).isEqualTo(6);
    }

    @Test
    void keeps_the_first_of_two_lists_under_one_number() {
        assertThat(lists.keep(list(5, "x"))).isTrue();
        assertThat(lists.keep(list(5, "x"))).isTrue();
        assertThat(lists.keep(list(5, "y"))).isFalse();
        assertThat(lists.find("type")).contains(list(5, "x"));
    }

    @Test
    void keeps_each_type_apart() {
        lists.keep(list(5, "x"));
        assertThat(lists.keep(new Accepted("other", 1, "z", "a.b.c"))).isTrue();
        assertThat(lists.sequence("type")).isEqualTo(5);
        assertThat(lists.sequence("other")).isEqualTo(1);
    }

    @Test
    void many_at_once_leave_the_highest() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> kept = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                Accepted each = list(i * 7 % 41, "x");
                kept.add(threads.submit(() -> lists.keep(each)));
            }
            for (Future<Boolean> each : kept) {
                each.get();
            }
        }
        assertThat(lists.sequence("type")).isEqualTo(40);
    }
}
