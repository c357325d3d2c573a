// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.oidc.Identities;

/** Identities in the tables {@code openid_identity} and {@code openid_link} of one schema. */
public final class JdbcIdentities implements Identities {

    private final JdbcClient jdbc;
    private final String schema;

    public JdbcIdentities(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public Optional<StaffId> find(String issuer, String subject) {
        return jdbc.sql("SELECT member_id FROM " + schema + ".openid_identity WHERE issuer = ? AND subject = ?")
                .params(issuer, subject)
                .query(UUID.class)
                .optional()
                .map(id -> new StaffId(id.toString()));
    }

    @Override
    public boolean isLinked(StaffId id, String issuer) {
        return jdbc.sql("SELECT count(*) FROM " + schema + ".openid_identity WHERE member_id = ? AND issuer = ?")
                        .params(UUID.fromString(id.value()), issuer)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public boolean link(StaffId id, String issuer, String subject, Instant at) {
        return jdbc.sql("INSERT INTO " + schema + ".openid_identity (issuer, subject, member_id, linked_at)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(issuer, subject, UUID.fromString(id.value()), Timestamp.from(at))
                        .update()
                == 1;
    }

    @Override
    public boolean unlink(StaffId id, String issuer) {
        return jdbc.sql("DELETE FROM " + schema + ".openid_identity WHERE member_id = ? AND issuer = ?")
                        .params(UUID.fromString(id.value()), issuer)
                        .update()
                == 1;
    }

    @Override
    public void begin(String bindingHash, StaffId id, Instant until) {
        jdbc.sql("INSERT INTO " + schema + ".openid_link (binding_hash, member_id, expires_at) VALUES (?, ?, ?)")
                .params(bindingHash, UUID.fromString(id.value()), Timestamp.from(until))
                .update();
    }

    @Override
    public Optional<StaffId> take(String bindingHash, Instant now) {
        jdbc.sql("DELETE FROM " + schema + ".openid_link WHERE expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
        return jdbc.sql("DELETE FROM " + schema + ".openid_link WHERE binding_hash = ? RETURNING member_id")
                .param(bindingHash)
                .query(UUID.class)
                .optional()
                .map(id -> new StaffId(id.toString()));
    }
}
