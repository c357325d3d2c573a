// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.citizen.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.citizen.Account;
import org.stadttor.idp.citizen.Accounts;
import org.stadttor.idp.citizen.PersonKeys;

/** Accounts in the tables {@code idp.account} and {@code idp.pairwise_subject}. */
public final class JdbcAccounts implements Accounts {

    private static final String SUBJECT =
            "SELECT subject FROM idp.pairwise_subject WHERE sector = ? AND account_id = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    public JdbcAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Account> find(PersonKeys keys) {
        return jdbc.sql("SELECT * FROM idp.account WHERE match_key = ? OR number_key = ?")
                .params(Arrays.asList(keys.match(), keys.number()))
                .query((row, number) -> account(row))
                .list();
    }

    @Override
    public boolean create(Account account) {
        return jdbc.sql("INSERT INTO idp.account VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(Arrays.asList(
                                account.id(),
                                account.keys().match(),
                                account.keys().country(),
                                account.keys().number(),
                                Timestamp.from(clock.instant())))
                        .update()
                == 1;
    }

    @Override
    public boolean addNumber(UUID account, byte[] numberKey) {
        try {
            return jdbc.sql("UPDATE idp.account SET number_key = ? WHERE id = ?"
                                    + " AND (number_key IS NULL OR number_key = ?)")
                            .params(numberKey, account, numberKey)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public String subject(String sector, UUID account, String proposal) {
        Optional<String> known = find(sector, account);
        if (known.isPresent()) {
            return known.get();
        }
        jdbc.sql("INSERT INTO idp.pairwise_subject VALUES (?, ?, ?) ON CONFLICT (sector, account_id) DO NOTHING")
                .params(sector, account, proposal)
                .update();
        return find(sector, account).orElseThrow();
    }

    private Optional<String> find(String sector, UUID account) {
        return jdbc.sql(SUBJECT).params(sector, account).query(String.class).optional();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                new PersonKeys(row.getBytes("match_key"), row.getBytes("country_key"), row.getBytes("number_key")));
    }
}
