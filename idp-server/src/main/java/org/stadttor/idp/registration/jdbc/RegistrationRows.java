// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.jdbc;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.SearchText;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.RegistrationState;
import org.stadttor.idp.registration.RegistrationSummary;
import org.stadttor.idp.registration.RegistrationVersion;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.registration.VersionState;
import org.stadttor.idp.relyingparty.ClientId;
import tools.jackson.databind.json.JsonMapper;

/** How registrations stand in their tables. */
final class RegistrationRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SORT_LIMIT = 200;

    private RegistrationRows() {}

    static ServiceRegistration registration(ResultSet row, List<RegistrationVersion> versions) throws SQLException {
        String requestedBy = row.getString("resume_requested_by");
        String promotedFrom = row.getString("promoted_from");
        return new ServiceRegistration(
                new ClientId(row.getString("client_id")),
                Stage.of(row.getString("stage")).orElseThrow(),
                new UnitPath(row.getString("unit")),
                RegistrationState.of(row.getString("state")).orElseThrow(),
                row.getLong("revision"),
                versions,
                requestedBy == null
                        ? null
                        : new ServiceRegistration.Resumption(
                                requestedBy,
                                row.getTimestamp("resume_requested_at").toInstant()),
                row.getString("suspension_reason"),
                promotedFrom == null ? null : new ClientId(promotedFrom),
                row.getTimestamp("created_at").toInstant());
    }

    static RegistrationVersion version(ResultSet row, int number) throws SQLException {
        return new RegistrationVersion(
                row.getInt("number"),
                DossierDraft.parse(row.getString("dossier")),
                row.getString("hash"),
                versionState(row.getString("state")),
                row.getString("author"),
                Set.of(row.getString("contributors").split("\n")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("submitted_by"),
                decision(row));
    }

    private static RegistrationVersion.@Nullable Decision decision(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("decided_at");
        return at == null
                ? null
                : new RegistrationVersion.Decision(
                        row.getBoolean("approved"),
                        row.getString("decided_by"),
                        at.toInstant(),
                        row.getString("decision_reason"));
    }

    static RegistrationSummary summary(ResultSet row, int number) throws SQLException {
        String open = row.getString("open_state");
        Map<String, String> names = new LinkedHashMap<>();
        JSON.readTree(row.getString("names"))
                .properties()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue().stringValue()));
        return new RegistrationSummary(
                new ClientId(row.getString("client_id")),
                names,
                new UnitPath(row.getString("unit")),
                Stage.of(row.getString("stage")).orElseThrow(),
                RegistrationState.of(row.getString("state")).orElseThrow(),
                open == null ? null : versionState(open),
                row.getTimestamp("changed_at").toInstant());
    }

    static String contributors(RegistrationVersion version) {
        return String.join("\n", new TreeSet<>(version.contributors()));
    }

    private static DossierDraft shown(ServiceRegistration registration) {
        return registration.live().orElseGet(registration::latest).dossier();
    }

    static String names(ServiceRegistration registration) {
        return JSON.writeValueAsString(new TreeMap<>(shown(registration).names()));
    }

    static String sortName(ServiceRegistration registration) {
        String name = SearchText.of(shown(registration).names().getOrDefault("de", ""));
        return name.length() > SORT_LIMIT ? name.substring(0, SORT_LIMIT) : name;
    }

    static String search(ServiceRegistration registration) {
        DossierDraft dossier = shown(registration);
        Set<String> words = new TreeSet<>(dossier.names().values());
        words.add(registration.clientId().value());
        words.add(registration.unit().value());
        words.add(dossier.legalEntity().legalName());
        dossier.redirectUris().forEach(uri -> words.add(host(uri)));
        return SearchText.of(String.join(" ", words));
    }

    private static String host(String uri) {
        try {
            String host = URI.create(uri).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static VersionState versionState(String code) {
        return VersionState.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
