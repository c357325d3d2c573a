// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.login.LoginPresentations;
import org.stadttor.idp.login.StoredPresentation;
import org.stadttor.wallet.presentation.PresentationId;

/** The table {@code idp.login_presentation}. */
public final class JdbcLoginPresentations implements LoginPresentations {

    private static final String SELECT = "SELECT login_key, presentation_id, sealed, fresh_since, expires_at, refusal"
            + " FROM idp.login_presentation WHERE ";

    private final JdbcClient jdbc;

    public JdbcLoginPresentations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<StoredPresentation> find(String loginKey) {
        return jdbc.sql(SELECT + "login_key = ?")
                .param(loginKey)
                .query(JdbcLoginPresentations::read)
                .optional();
    }

    @Override
    public Optional<StoredPresentation> find(PresentationId id) {
        return jdbc.sql(SELECT + "presentation_id = ?")
                .param(id.value())
                .query(JdbcLoginPresentations::read)
                .optional();
    }

    @Override
    public boolean insert(StoredPresentation first) {
        return jdbc.sql("INSERT INTO idp.login_presentation"
                                + " (login_key, presentation_id, sealed, fresh_since, expires_at)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (login_key) DO NOTHING")
                        .params(
                                first.loginKey(),
                                first.id().value(),
                                first.sealed(),
                                Timestamp.from(first.freshSince()),
                                Timestamp.from(first.expiresAt()))
                        .update()
                == 1;
    }

    @Override
    public boolean replace(PresentationId ended, StoredPresentation next) {
        return jdbc.sql("UPDATE idp.login_presentation SET presentation_id = ?, sealed = ?, fresh_since = ?,"
                                + " expires_at = ?, refusal = NULL WHERE login_key = ? AND presentation_id = ?")
                        .params(
                                next.id().value(),
                                next.sealed(),
                                Timestamp.from(next.freshSince()),
                                Timestamp.from(next.expiresAt()),
                                next.loginKey(),
                                ended.value())
                        .update()
                == 1;
    }

    @Override
    public boolean refresh(StoredPresentation before, String sealed, Instant freshSince) {
        return jdbc.sql("UPDATE idp.login_presentation SET sealed = ?, fresh_since = ?"
                                + " WHERE presentation_id = ? AND fresh_since = ?")
                        .params(
                                sealed,
                                Timestamp.from(freshSince),
                                before.id().value(),
                                Timestamp.from(before.freshSince()))
                        .update()
                == 1;
    }

    @Override
    public boolean refuse(PresentationId id, String reasonCode) {
        return jdbc.sql("UPDATE idp.login_presentation SET refusal = ? WHERE presentation_id = ? AND refusal IS NULL")
                        .params(reasonCode, id.value())
                        .update()
                == 1;
    }

    @Override
    public int purge(Instant now) {
        return jdbc.sql("DELETE FROM idp.login_presentation WHERE expires_at < ?")
                .param(Timestamp.from(now))
                .update();
    }

    private static StoredPresentation read(ResultSet row, int number) throws SQLException {
        return new StoredPresentation(
                row.getString("login_key"),
                new PresentationId(row.getObject("presentation_id", UUID.class)),
                row.getString("sealed"),
                row.getTimestamp("fresh_since").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("refusal"));
    }
}
