// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.jdbc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.login.Wallet;
import org.stadttor.idp.login.Wallets;
import org.stadttor.wallet.openid4vp.RequestUriMethod;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Wallets in the table {@code idp.wallet}; what is read is checked again. */
public final class JdbcWallets implements Wallets {

    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public JdbcWallets(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.json = JsonMapper.builder().build();
    }

    @Override
    public List<Wallet> all() {
        return jdbc.sql("SELECT id, names, engagement, method FROM idp.wallet ORDER BY position")
                .query((row, number) -> new Wallet(
                        row.getString("id"),
                        json.readValue(row.getString("names"), NAMES),
                        row.getString("engagement"),
                        RequestUriMethod.valueOf(row.getString("method"))))
                .list();
    }

    @Override
    public boolean store(Wallet wallet) {
        // Sorted names, so that an unchanged wallet is an unchanged row.
        String names = json.writeValueAsString(new TreeMap<>(wallet.names()));
        return jdbc.sql("INSERT INTO idp.wallet AS w (id, names, engagement, method) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (id) DO UPDATE SET names = excluded.names,"
                                + " engagement = excluded.engagement, method = excluded.method"
                                + " WHERE (w.names, w.engagement, w.method)"
                                + " IS DISTINCT FROM (excluded.names, excluded.engagement, excluded.method)")
                        .params(
                                wallet.id(),
                                names,
                                wallet.engagement(),
                                wallet.method().name())
                        .update()
                == 1;
    }
}
