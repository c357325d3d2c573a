// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.authorization.Grant;
import org.stadttor.idp.authorization.Grants;
import org.stadttor.idp.authorization.LoginEvent;
import org.stadttor.idp.authorization.LoginEvents;
import org.stadttor.idp.authorization.Scope;
import org.stadttor.idp.relyingparty.ClientId;

/** Grants in the table {@code idp.login_grant}. */
public final class JdbcGrants implements Grants {

    /** How long a used or expired code is remembered, so that its reuse is noticed. */
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private static final String ISSUE = "INSERT INTO idp.login_grant (id, state, client_id, redirect_uri, scopes,"
            + " code_challenge, nonce, subject, authenticated_at, issuer_anchor_sha256, opened_at, sealed_claims, code_hash,"
            + " code_expires_at, purge_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String REDEEM = "UPDATE idp.login_grant SET state = 'REDEEMED', access_token_hash = ?,"
            + " sealed_claims = ?, access_expires_at = ?, purge_at = GREATEST(purge_at, ?::timestamptz)"
            + " WHERE code_hash = ? AND state = 'ISSUED' AND code_expires_at > ? RETURNING *";

    private static final String END = "UPDATE idp.login_grant SET state = 'REVOKED', sealed_claims = NULL WHERE ";

    private final JdbcClient jdbc;
    private final LoginEvents events;

    public JdbcGrants(JdbcClient jdbc, LoginEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public void issue(Grant grant, byte[] codeHash) {
        jdbc.sql(ISSUE)
                .params(Arrays.asList(
                        grant.id(),
                        grant.state().name(),
                        grant.clientId().value(),
                        grant.redirectUri(),
                        Scope.text(grant.scopes()),
                        grant.codeChallenge(),
                        grant.nonce(),
                        grant.subject(),
                        Timestamp.from(grant.authenticatedAt()),
                        grant.issuerAnchorSha256(),
                        timestamp(grant.openedAt()),
                        grant.sealedClaims(),
                        codeHash,
                        Timestamp.from(grant.codeExpiresAt()),
                        Timestamp.from(grant.codeExpiresAt().plus(MEMORY))))
                .update();
    }

    @Override
    public Optional<Grant> findByCode(byte[] codeHash) {
        return jdbc.sql("SELECT * FROM idp.login_grant WHERE code_hash = ?")
                .param(codeHash)
                .query((row, number) -> grant(row))
                .optional();
    }

    @Override
    public boolean redeem(
            byte[] codeHash, byte[] accessTokenHash, byte[] sealedClaims, Instant accessExpiresAt, Instant now) {
        Optional<Grant> redeemed = jdbc.sql(REDEEM)
                .params(
                        accessTokenHash,
                        sealedClaims,
                        Timestamp.from(accessExpiresAt),
                        Timestamp.from(accessExpiresAt),
                        codeHash,
                        Timestamp.from(now))
                .query((row, number) -> grant(row))
                .optional();
        redeemed.ifPresent(grant -> completed(grant, now));
        return redeemed.isPresent();
    }

    private void completed(Grant grant, Instant now) {
        String anchor = grant.issuerAnchorSha256();
        Instant openedAt = grant.openedAt();
        if (anchor != null && openedAt != null) {
            events.happened(new LoginEvent.Completed(grant.clientId(), anchor, Duration.between(openedAt, now)));
        }
    }

    @Override
    public boolean revoke(UUID grant) {
        return jdbc.sql(END + "id = ? AND state <> 'REVOKED'").param(grant).update() == 1;
    }

    @Override
    public int revokeAll(ClientId clientId) {
        return jdbc.sql(END + "client_id = ? AND state <> 'REVOKED'")
                .param(clientId.value())
                .update();
    }

    @Override
    public Optional<Grant> findByAccessToken(byte[] accessTokenHash, Instant now) {
        return jdbc.sql("SELECT * FROM idp.login_grant WHERE access_token_hash = ? AND state = 'REDEEMED'"
                        + " AND access_expires_at > ?")
                .params(accessTokenHash, Timestamp.from(now))
                .query((row, number) -> grant(row))
                .optional();
    }

    @Override
    public boolean revokeByAccessToken(byte[] accessTokenHash, String clientId) {
        return jdbc.sql(END + "access_token_hash = ? AND client_id = ?")
                        .params(accessTokenHash, clientId)
                        .update()
                == 1;
    }

    /** Also destroys the claims of codes nobody has redeemed and of access tokens that have expired. */
    @Override
    public int purge(Instant now) {
        Timestamp at = Timestamp.from(now);
        jdbc.sql("UPDATE idp.login_grant SET sealed_claims = NULL WHERE sealed_claims IS NOT NULL"
                        + " AND COALESCE(access_expires_at, code_expires_at) <= ?")
                .param(at)
                .update();
        return jdbc.sql("DELETE FROM idp.login_grant WHERE purge_at <= ?")
                .param(at)
                .update();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                Grant.State.valueOf(row.getString("state")),
                new ClientId(row.getString("client_id")),
                row.getString("redirect_uri"),
                Scope.parse(row.getString("scopes")),
                row.getString("code_challenge"),
                row.getString("nonce"),
                row.getString("subject"),
                row.getTimestamp("authenticated_at").toInstant(),
                row.getString("issuer_anchor_sha256"),
                instant(row.getTimestamp("opened_at")),
                row.getBytes("sealed_claims"),
                row.getTimestamp("code_expires_at").toInstant());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
