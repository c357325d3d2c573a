// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics.jdbc;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.idp.statistics.Counted;
import org.stadttor.idp.statistics.LoginCounts;
import org.stadttor.idp.statistics.LoginStep;

/** Counters in the table {@code idp.login_count}. */
public final class JdbcLoginCounts implements LoginCounts {

    private static final int BATCH = 500;

    private static final String ADD = "INSERT INTO idp.login_count AS known (day, client_id, step, detail, count)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (client_id, day, step, detail)"
            + " DO UPDATE SET count = known.count + EXCLUDED.count";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    public JdbcLoginCounts(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void add(SortedMap<Counted, Long> counts) {
        transactions.executeWithoutResult(status ->
                jdbc.batchUpdate(ADD, List.copyOf(counts.entrySet()), BATCH, (statement, entry) -> {
                    Counted counted = entry.getKey();
                    statement.setObject(1, counted.day());
                    statement.setString(2, counted.client());
                    statement.setString(3, counted.step().code());
                    statement.setString(4, counted.detail());
                    statement.setLong(5, entry.getValue());
                }));
    }

    @Override
    public Map<Counted, Long> of(String client, LocalDate from, LocalDate to) {
        Map<Counted, Long> counts = new HashMap<>();
        JdbcClient.create(jdbc)
                .sql("SELECT day, step, detail, count FROM idp.login_count"
                        + " WHERE client_id = ? AND day BETWEEN ? AND ?")
                .params(client, from, to)
                .query(row -> {
                    counts.put(
                            new Counted(
                                    row.getObject("day", LocalDate.class),
                                    client,
                                    LoginStep.of(row.getString("step")),
                                    row.getString("detail")),
                            row.getLong("count"));
                });
        return counts;
    }

    @Override
    public int purge(LocalDate before) {
        return jdbc.update("DELETE FROM idp.login_count WHERE day < ?", before);
    }
}
