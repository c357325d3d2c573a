// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.SearchText;
import org.stadttor.idp.register.PublicRegister;
import org.stadttor.idp.register.RegisterEntry;
import org.stadttor.idp.register.RegisterQuery;
import org.stadttor.idp.register.WalletRelyingParties;
import org.stadttor.idp.registration.LiveVersions;
import org.stadttor.idp.registration.ServiceDossier;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.registration.Stage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table {@code idp.register_entry}, written when a version becomes live, read while the registration is. */
public final class JdbcPublicRegister implements PublicRegister, LiveVersions {

    private static final JsonMapper JSON = new JsonMapper();

    private record Line(ObjectNode document, String key) {}

    private final JdbcClient jdbc;
    private final WalletRelyingParties parties;
    private final List<Stage> stages;

    /**
     * Over a database.
     *
     * @param stages which registrations are public
     */
    public JdbcPublicRegister(JdbcClient jdbc, WalletRelyingParties parties, List<Stage> stages) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.stages = List.copyOf(stages);
    }

    @Override
    public void live(ServiceRegistration registration, ServiceDossier dossier) {
        RegisterEntry entry = parties.entry(registration, dossier);
        jdbc.sql("DELETE FROM idp.register_entry WHERE client_id = ?")
                .param(entry.clientId().value())
                .update();
        jdbc.sql("INSERT INTO idp.register_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.clientId().value(),
                        entry.identifier(),
                        entry.registeredIdentifier(),
                        SearchText.of(entry.legalName()),
                        SearchText.of(entry.tradeName()),
                        entry.policyUri(),
                        lines(entry.claimPaths()),
                        lines(entry.intendedUses()),
                        entry.document().toString())
                .update();
    }

    /** Each on a line of its own, so that LIKE finds whole ones. */
    private static String lines(List<String> values) {
        return "\n" + String.join("\n", values) + "\n";
    }

    @Override
    public Page<ObjectNode> search(RegisterQuery query) {
        String[] after = cursor(query.after());
        List<Line> lines = jdbc.sql(sql(query))
                .param("stages", stages.stream().map(Stage::code).toList())
                .param("id", query.identifier())
                .param("legal", SearchText.pattern(query.legalName()))
                .param("trade", SearchText.pattern(query.tradeName()))
                .param("policy", query.policy())
                .param("use", "\n" + query.intendedUse() + "\n")
                .param("path", "\n" + query.claimPathJson() + "\n")
                .param("identifier", after[0])
                .param("client", after[1])
                .param("limit", query.limit() + 1)
                .query((row, number) -> new Line(
                        (ObjectNode) JSON.readTree(row.getString("document")),
                        row.getString("identifier") + "\n" + row.getString("client_id")))
                .list();
        boolean more = lines.size() > query.limit();
        List<Line> shown = more ? lines.subList(0, query.limit()) : lines;
        return new Page<>(
                shown.stream().map(Line::document).toList(),
                more ? encoded(shown.getLast().key()) : null);
    }

    private static String sql(RegisterQuery query) {
        StringBuilder sql = new StringBuilder("SELECT e.client_id, e.identifier, e.document FROM idp.register_entry e"
                + " JOIN idp.registration r USING (client_id) WHERE r.state = 'live' AND r.stage IN (:stages)"
                + " AND (e.identifier, e.client_id) > (:identifier, :client)");
        add(sql, query.identifier(), "(e.identifier = :id OR e.registered_identifier = :id OR e.client_id = :id)");
        add(sql, query.legalName(), "e.legal_name LIKE :legal");
        add(sql, query.tradeName(), "e.trade_name LIKE :trade");
        add(sql, query.policy(), "e.policy_uri = :policy");
        add(sql, query.intendedUse(), "position(:use IN e.intended_uses) > 0");
        add(sql, query.claimPath(), "position(:path IN e.claim_paths) > 0");
        return sql.append(" ORDER BY e.identifier, e.client_id LIMIT :limit").toString();
    }

    private static void add(StringBuilder sql, String value, String condition) {
        if (!value.isEmpty()) {
            sql.append(" AND ").append(condition);
        }
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] cursor(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 2);
            if (parts.length == 2 && !(parts[0] + parts[1]).contains("\u0000")) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            // Not one of ours: from the beginning.
        }
        return new String[] {"", ""};
    }
}
