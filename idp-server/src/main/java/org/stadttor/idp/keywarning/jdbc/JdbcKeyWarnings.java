// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.keywarning.jdbc;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.keywarning.ExpiringKey;
import org.stadttor.idp.keywarning.KeyWarning;
import org.stadttor.idp.keywarning.KeyWarnings;
import org.stadttor.idp.keywarning.Threshold;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.LiveVersions;
import org.stadttor.idp.registration.ServiceDossier;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.relyingparty.ClientId;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code idp.live_key} and {@code idp.key_warning}. */
public final class JdbcKeyWarnings implements KeyWarnings, LiveVersions {

    private static final JsonMapper JSON = new JsonMapper();

    /** Seconds to the next attempt: 1, 5 and 30 minutes, 2 and 8 hours, then a day. */
    private static final String PAUSE =
            "(ARRAY[60, 300, 1800, 7200, 28800, 86400])[least(attempts + 1, 6)] * interval '1 second'";

    private final JdbcClient jdbc;

    public JdbcKeyWarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void live(ServiceRegistration registration, ServiceDossier dossier) {
        String clientId = registration.clientId().value();
        jdbc.sql("DELETE FROM idp.live_key WHERE client_id = ?").param(clientId).update();
        String webhook =
                dossier.webhookUri() == null ? "" : dossier.webhookUri().toString();
        for (ServiceDossier.ExpiringKey key : dossier.expiringKeys()) {
            jdbc.sql("INSERT INTO idp.live_key VALUES (?, ?, ?, ?)")
                    .params(clientId, key.keyId(), Timestamp.from(key.expiresAt()), webhook)
                    .update();
        }
    }

    @Override
    public Page<ExpiringKey> endingBefore(Scope scope, Instant before, String after, int limit) {
        String[] cursor = after.split("~", 3);
        boolean first = cursor.length != 3 || !cursor[0].matches("[0-9]{1,15}");
        List<ExpiringKey> found = jdbc.sql("SELECT k.*, r.names, r.unit FROM idp.live_key k"
                        + " JOIN idp.registration r USING (client_id)"
                        + " WHERE r.state IN ('live', 'suspended') AND k.expires_at < :before"
                        + " AND (k.expires_at, k.client_id, k.kid) > (:end, :client, :kid)"
                        + " AND EXISTS (SELECT FROM unnest(string_to_array(:scope, ' ')) part"
                        + " WHERE starts_with(r.unit, part))"
                        + " ORDER BY k.expires_at, k.client_id, k.kid LIMIT :limit")
                .param("before", Timestamp.from(before))
                .param("end", Timestamp.from(first ? Instant.EPOCH : Instant.ofEpochSecond(Long.parseLong(cursor[0]))))
                .param("client", first ? "" : cursor[1])
                .param("kid", first ? "" : cursor[2])
                .param("scope", String.join(" ", scope.prefixes()))
                .param("limit", limit + 1)
                .query(JdbcKeyWarnings::key)
                .list();
        boolean more = found.size() > limit;
        List<ExpiringKey> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? cursor(items.getLast()) : null);
    }

    private static String cursor(ExpiringKey last) {
        return last.expiresAt().getEpochSecond() + "~" + last.clientId() + "~" + last.keyId();
    }

    @Override
    public void plan(Instant now) {
        for (Threshold threshold : Threshold.values()) {
            // Only the threshold that was passed last: who registers a key for a week is not told three times.
            jdbc.sql("INSERT INTO idp.key_warning SELECT gen_random_uuid(), k.client_id, k.kid, k.expires_at, :days,"
                            + " 'due', 0, :now, NULL FROM idp.live_key k JOIN idp.registration r USING (client_id)"
                            + " WHERE r.state = 'live' AND k.webhook <> '' AND k.expires_at > :above"
                            + " AND k.expires_at <= :until ON CONFLICT DO NOTHING")
                    .param("days", threshold.days())
                    .param("now", Timestamp.from(now))
                    .param("above", Timestamp.from(now.plusSeconds(86_400L * nextDays(threshold))))
                    .param("until", Timestamp.from(now.plusSeconds(86_400L * threshold.days())))
                    .update();
        }
    }

    private static int nextDays(Threshold threshold) {
        return switch (threshold) {
            case DAYS_60 -> Threshold.DAYS_30.days();
            case DAYS_30 -> Threshold.DAYS_7.days();
            case DAYS_7 -> Threshold.DAYS_1.days();
            case DAYS_1 -> 0;
        };
    }

    @Override
    public List<KeyWarning> take(Instant now, int limit) {
        return jdbc.sql(
                        "UPDATE idp.key_warning w SET attempts = attempts + 1, next_attempt = CAST(:now AS timestamptz) + "
                                + PAUSE
                                + " FROM (SELECT d.id, k.webhook FROM idp.key_warning d JOIN idp.live_key k"
                                + " ON k.client_id = d.client_id AND k.kid = d.kid AND k.expires_at = d.expires_at"
                                + " WHERE d.state = 'due' AND d.next_attempt <= :now AND d.expires_at > :now AND k.webhook <> ''"
                                + " ORDER BY d.next_attempt LIMIT :limit FOR UPDATE OF d SKIP LOCKED) due"
                                + " WHERE w.id = due.id RETURNING w.*, due.webhook")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(JdbcKeyWarnings::warning)
                .list();
    }

    @Override
    public void sent(KeyWarning warning, Instant now) {
        jdbc.sql("UPDATE idp.key_warning SET state = 'sent', sent_at = ? WHERE id = ?")
                .params(Timestamp.from(now), warning.id())
                .update();
    }

    @Override
    public void givenUp(KeyWarning warning) {
        jdbc.sql("UPDATE idp.key_warning SET state = 'given-up' WHERE id = ?")
                .param(warning.id())
                .update();
    }

    private static KeyWarning warning(ResultSet row, int number) throws SQLException {
        int days = row.getInt("days");
        return new KeyWarning(
                row.getObject("id", UUID.class),
                new ClientId(row.getString("client_id")),
                URI.create(row.getString("webhook")),
                row.getString("kid"),
                row.getTimestamp("expires_at").toInstant(),
                Threshold.valueOf("DAYS_" + days),
                row.getInt("attempts"));
    }

    private static ExpiringKey key(ResultSet row, int number) throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        JSON.readTree(row.getString("names"))
                .properties()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue().stringValue()));
        return new ExpiringKey(
                new ClientId(row.getString("client_id")),
                names,
                new UnitPath(row.getString("unit")),
                row.getString("kid"),
                row.getTimestamp("expires_at").toInstant());
    }
}
