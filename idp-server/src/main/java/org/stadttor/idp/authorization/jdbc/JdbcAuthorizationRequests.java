// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.authorization.AuthorizationRequest;
import org.stadttor.idp.authorization.AuthorizationRequests;
import org.stadttor.idp.authorization.LoginEvent;
import org.stadttor.idp.authorization.LoginEvents;
import org.stadttor.idp.authorization.Scope;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.wallet.pid.PidAttribute;

/** Authorization requests in the table {@code idp.authorization_request}. */
public final class JdbcAuthorizationRequests implements AuthorizationRequests {

    private static final String PUSH =
            "INSERT INTO idp.authorization_request (request_uri_hash, client_id, redirect_uri,"
                    + " scopes, attributes, code_challenge, state, nonce, ui_locales, silent, expected_subject, expires_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String OPEN = "UPDATE idp.authorization_request SET"
            + " expires_at = CASE WHEN browser_hash IS NULL THEN ?::timestamptz ELSE expires_at END,"
            + " latest_expiry = COALESCE(latest_expiry, ?::timestamptz),"
            + " opened_at = CASE WHEN browser_hash IS NULL THEN ?::timestamptz ELSE opened_at END, handle_hash = ?, browser_hash = ?"
            + " WHERE request_uri_hash = ? AND client_id = ? AND expires_at > ?"
            + " AND (browser_hash IS NULL OR browser_hash = ?) RETURNING *";

    private static final String MINE = " WHERE handle_hash = ? AND browser_hash = ? AND expires_at > ?";

    private static final String PURGE =
            "DELETE FROM idp.authorization_request WHERE expires_at <= ? RETURNING client_id, opened_at";

    private final JdbcClient jdbc;
    private final LoginEvents events;

    public JdbcAuthorizationRequests(JdbcClient jdbc, LoginEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public void push(byte[] requestUriHash, AuthorizationRequest request, Instant expiresAt) {
        jdbc.sql(PUSH)
                .params(Arrays.asList(
                        requestUriHash,
                        request.clientId().value(),
                        request.redirectUri(),
                        Scope.text(request.scopes()),
                        request.attributes().stream().map(PidAttribute::claim).collect(Collectors.joining(" ")),
                        request.codeChallenge(),
                        request.state(),
                        request.nonce(),
                        request.uiLocales().stream().map(Locale::toLanguageTag).collect(Collectors.joining(" ")),
                        request.silent(),
                        request.expectedSubject(),
                        Timestamp.from(expiresAt)))
                .update();
    }

    @Override
    public Optional<Waiting> open(
            byte[] requestUriHash,
            String clientId,
            Holder holder,
            Instant now,
            Instant expiresAt,
            Instant latestExpiry) {
        Instant openedAt = now.truncatedTo(ChronoUnit.MICROS);
        Optional<Waiting> opened = jdbc.sql(OPEN)
                .params(
                        Timestamp.from(expiresAt),
                        Timestamp.from(latestExpiry),
                        Timestamp.from(openedAt),
                        holder.handleHash(),
                        holder.browserHash(),
                        requestUriHash,
                        clientId,
                        Timestamp.from(now),
                        holder.browserHash())
                .query((row, number) -> waiting(row))
                .optional();
        opened.filter(waiting -> isFirst(waiting, openedAt))
                .ifPresent(waiting ->
                        events.happened(new LoginEvent.Started(waiting.request().clientId())));
        return opened;
    }

    /** The same browser may open it again, with another clock reading; without a page nothing starts. */
    private static boolean isFirst(Waiting waiting, Instant openedAt) {
        return !waiting.request().silent() && openedAt.equals(waiting.openedAt());
    }

    @Override
    public Optional<Waiting> find(Holder holder, Instant now) {
        return jdbc.sql("SELECT * FROM idp.authorization_request" + MINE)
                .params(holder.handleHash(), holder.browserHash(), Timestamp.from(now))
                .query((row, number) -> waiting(row))
                .optional();
    }

    @Override
    public Optional<Waiting> extend(Holder holder, Instant now, Instant expiresAt) {
        return jdbc.sql("UPDATE idp.authorization_request SET expires_at ="
                        + " GREATEST(expires_at, LEAST(?::timestamptz, latest_expiry))" + MINE + " RETURNING *")
                .params(Timestamp.from(expiresAt), holder.handleHash(), holder.browserHash(), Timestamp.from(now))
                .query((row, number) -> waiting(row))
                .optional();
    }

    @Override
    public Optional<Waiting> end(Holder holder, Instant now) {
        return jdbc.sql("DELETE FROM idp.authorization_request" + MINE + " RETURNING *")
                .params(holder.handleHash(), holder.browserHash(), Timestamp.from(now))
                .query((row, number) -> waiting(row))
                .optional();
    }

    @Override
    public int endAll(ClientId clientId) {
        return jdbc.sql("DELETE FROM idp.authorization_request WHERE client_id = ?")
                .param(clientId.value())
                .update();
    }

    @Override
    public int purge(Instant now) {
        List<Optional<LoginEvent>> expired = jdbc.sql(PURGE)
                .param(Timestamp.from(now))
                .query((row, number) -> row.getTimestamp("opened_at") == null
                        ? Optional.<LoginEvent>empty()
                        : Optional.<LoginEvent>of(new LoginEvent.Expired(new ClientId(row.getString("client_id")))))
                .list();
        expired.forEach(event -> event.ifPresent(events::happened));
        return expired.size();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        Set<PidAttribute> attributes = words(row.getString("attributes")).stream()
                .flatMap(claim -> PidAttribute.of(claim).stream())
                .collect(Collectors.toSet());
        AuthorizationRequest request = new AuthorizationRequest(
                new ClientId(row.getString("client_id")),
                row.getString("redirect_uri"),
                Scope.parse(row.getString("scopes")),
                attributes,
                row.getString("code_challenge"),
                row.getString("state"),
                row.getString("nonce"),
                words(row.getString("ui_locales")).stream()
                        .map(Locale::forLanguageTag)
                        .toList(),
                row.getBoolean("silent"),
                row.getString("expected_subject"));
        Timestamp openedAt = row.getTimestamp("opened_at");
        return new Waiting(
                request,
                openedAt == null ? null : openedAt.toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("latest_expiry").toInstant());
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }
}
