// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.apikey.ApiKey;
import org.stadttor.staff.apikey.ApiKeys;

/** Keys in the tables {@code api_key} and {@code api_key_grant} of one schema. */
public final class JdbcApiKeys implements ApiKeys {

    private static final String COLUMNS =
            "SELECT id, member_id, name, made_by, created_at, expires_at, last_used_on, revoked_at FROM ";

    private final JdbcClient jdbc;
    private final String schema;

    public JdbcApiKeys(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public void add(ApiKey key, byte[] hash) {
        jdbc.sql("INSERT INTO " + schema + ".api_key (id, member_id, name, key_hash, made_by, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        key.id(),
                        UUID.fromString(key.owner().value()),
                        key.name(),
                        hash,
                        key.madeBy().name(),
                        Timestamp.from(key.createdAt()),
                        Timestamp.from(key.expiresAt()))
                .update();
        key.grants()
                .forEach(grant -> jdbc.sql("INSERT INTO " + schema + ".api_key_grant VALUES (?, ?, ?)")
                        .params(key.id(), grant.role(), grant.part())
                        .update());
    }

    @Override
    public List<ApiKey> of(StaffId owner) {
        return jdbc
                .sql(COLUMNS + schema + ".api_key WHERE member_id = ? ORDER BY created_at DESC, id")
                .param(UUID.fromString(owner.value()))
                .query((row, number) -> key(row))
                .list()
                .stream()
                .map(this::withGrants)
                .toList();
    }

    @Override
    public Optional<ApiKey> find(byte[] hash) {
        return jdbc.sql(COLUMNS + schema + ".api_key WHERE key_hash = ?")
                .param(hash)
                .query((row, number) -> key(row))
                .optional()
                .map(this::withGrants);
    }

    @Override
    public void used(UUID id, LocalDate day) {
        jdbc.sql("UPDATE " + schema + ".api_key SET last_used_on = ? WHERE id = ?"
                        + " AND (last_used_on IS NULL OR last_used_on < ?)")
                .params(day, id, day)
                .update();
    }

    @Override
    public boolean revoke(UUID id, StaffId owner, Instant at) {
        return jdbc.sql("UPDATE " + schema
                                + ".api_key SET revoked_at = ? WHERE id = ? AND member_id = ? AND revoked_at IS NULL")
                        .params(Timestamp.from(at), id, UUID.fromString(owner.value()))
                        .update()
                == 1;
    }

    private ApiKey withGrants(ApiKey key) {
        Set<Grant> grants =
                new HashSet<>(jdbc.sql("SELECT role, part FROM " + schema + ".api_key_grant WHERE key_id = ?")
                        .param(key.id())
                        .query((row, number) -> new Grant(row.getString("role"), row.getString("part")))
                        .list());
        return new ApiKey(
                key.id(),
                key.owner(),
                key.name(),
                grants,
                key.madeBy(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsed(),
                key.revokedAt());
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new ApiKey(
                row.getObject("id", UUID.class),
                new StaffId(row.getObject("member_id", UUID.class).toString()),
                row.getString("name"),
                Set.of(),
                SignIn.valueOf(row.getString("made_by")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_used_on", LocalDate.class),
                revoked == null ? null : revoked.toInstant());
    }
}
