// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.SearchText;
import org.stadttor.idp.registration.RegistrationQuery;
import org.stadttor.idp.registration.RegistrationState;
import org.stadttor.idp.registration.RegistrationSummary;

/** Pages of registrations by key: the next one begins after the last line of the one before. */
final class RegistrationSearch {

    /** A line of the list with its key. */
    private record Line(RegistrationSummary summary, String sortName) {}

    private record Cursor(String sortName, String clientId) {

        static Cursor parse(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 2);
                return parts.length == 2 && !(parts[0] + parts[1]).contains("\u0000")
                        ? new Cursor(parts[0], parts[1])
                        : new Cursor("", "");
            } catch (IllegalArgumentException e) {
                return new Cursor("", "");
            }
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((sortName + "\n" + clientId).getBytes(StandardCharsets.UTF_8));
        }
    }

    private final JdbcClient jdbc;

    RegistrationSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<RegistrationSummary> search(Scope scope, RegistrationQuery query) {
        Cursor after = Cursor.parse(query.after());
        List<Line> lines = jdbc.sql(sql(scope, query))
                .param("text", SearchText.pattern(query.text()))
                .param("stage", query.stage() == null ? "" : query.stage().code())
                .param(
                        "states",
                        query.states().stream().map(RegistrationState::code).toList())
                .param("scope", String.join(" ", scope.prefixes()))
                .param("name", after.sortName())
                .param("id", after.clientId())
                .param("limit", query.limit() + 1)
                .query((row, number) -> new Line(RegistrationRows.summary(row, number), row.getString("sort_name")))
                .list();
        boolean more = lines.size() > query.limit();
        List<Line> shown = more ? lines.subList(0, query.limit()) : lines;
        String next = more
                ? new Cursor(
                                shown.getLast().sortName(),
                                shown.getLast().summary().clientId().value())
                        .text()
                : null;
        return new Page<>(shown.stream().map(Line::summary).toList(), next);
    }

    /** Only conditions that limit something: what is not there costs no plan. */
    private static String sql(Scope scope, RegistrationQuery query) {
        StringBuilder sql = new StringBuilder("SELECT client_id, names, unit, stage, state, open_state, changed_at,"
                + " sort_name FROM idp.registration WHERE (sort_name, client_id) > (:name, :id)");
        if (!query.text().isBlank()) {
            sql.append(" AND search LIKE :text");
        }
        if (query.stage() != null) {
            sql.append(" AND stage = :stage");
        }
        if (!query.states().isEmpty()) {
            sql.append(" AND state IN (:states)");
        }
        if (query.undecidedOnly()) {
            sql.append(" AND open_state = 'submitted'");
        }
        if (!scope.includesEverything()) {
            sql.append(
                    " AND EXISTS (SELECT FROM unnest(string_to_array(:scope, ' ')) part WHERE starts_with(unit, part))");
        }
        return sql.append(" ORDER BY sort_name, client_id LIMIT :limit").toString();
    }
}
