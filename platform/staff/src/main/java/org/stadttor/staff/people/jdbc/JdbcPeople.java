// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.people.People;
import org.stadttor.staff.people.Person;

/** People in the tables {@code member} and {@code member_grant} of one schema. */
public final class JdbcPeople implements People {

    private static final long LOCK = 8388201009L;

    private final JdbcClient jdbc;
    private final String schema;

    public JdbcPeople(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public List<Person> find(Search search, long offset, int limit) {
        return jdbc.sql(select() + where() + " ORDER BY lower(m.name), m.id LIMIT :limit OFFSET :offset")
                .param("text", pattern(search.text()))
                .param("parts", String.join(",", search.parts()))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> person(row))
                .list();
    }

    @Override
    public long count(Search search) {
        return jdbc.sql("SELECT count(*) FROM " + schema + ".member m" + where())
                .param("text", pattern(search.text()))
                .param("parts", String.join(",", search.parts()))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Person> find(StaffId id) {
        return jdbc.sql(select() + " WHERE m.id = ?")
                .param(uuid(id))
                .query((row, number) -> person(row))
                .optional();
    }

    @Override
    public Map<StaffId, String> names(Set<StaffId> ids) {
        return jdbc
                .sql("SELECT id::text AS id, name FROM " + schema
                        + ".member WHERE id::text = ANY (string_to_array(?, ','))")
                .param(ids.stream().map(StaffId::value).collect(Collectors.joining(",")))
                .query((row, number) -> Map.entry(new StaffId(row.getString("id")), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(" + LOCK + ")")
                .query((row, number) -> true)
                .list();
    }

    @Override
    public boolean give(StaffId id, Grant grant) {
        return jdbc.sql("INSERT INTO " + schema + ".member_grant VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(uuid(id), grant.role(), grant.part())
                        .update()
                == 1;
    }

    @Override
    public List<UUID> endPasskeyInvitations(StaffId id, Instant at) {
        return jdbc.sql("UPDATE " + schema + ".invitation SET ended_at = ?, outcome = 'withdrawn'"
                        + " WHERE account = ? AND kind = 'passkey' AND ended_at IS NULL RETURNING id")
                .params(Timestamp.from(at), uuid(id))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    @Override
    public boolean take(StaffId id, Grant grant) {
        return jdbc.sql("DELETE FROM " + schema + ".member_grant WHERE member_id = ? AND role = ? AND part = ?")
                        .params(uuid(id), grant.role(), grant.part())
                        .update()
                == 1;
    }

    @Override
    public boolean suspend(StaffId id) {
        jdbc.sql("DELETE FROM " + schema + ".session WHERE principal_name = ?")
                .param(id.value())
                .update();
        return change(id, "active", "suspended");
    }

    @Override
    public boolean resume(StaffId id) {
        return change(id, "suspended", "active");
    }

    @Override
    public int otherAdministrators(StaffId id) {
        return jdbc.sql("SELECT count(*) FROM " + schema + ".member m JOIN " + schema
                        + ".member_grant g ON g.member_id = m.id"
                        + " WHERE m.state = 'active' AND g.role = ? AND g.part = '/' AND m.id <> ?")
                .params(StaffProcess.STAFF_ADMIN, uuid(id))
                .query(Integer.class)
                .single();
    }

    private boolean change(StaffId id, String from, String to) {
        return jdbc.sql("UPDATE " + schema + ".member SET state = ? WHERE id = ? AND state = ?")
                        .params(to, uuid(id), from)
                        .update()
                == 1;
    }

    private String select() {
        return "SELECT m.id, m.name, m.email, m.state,"
                + " (SELECT string_agg(g.role || ' ' || g.part, ',') FROM " + schema
                + ".member_grant g WHERE g.member_id = m.id) AS grants,"
                + " (SELECT count(*) FROM " + schema
                + ".passkey p WHERE p.member_id = m.id AND p.state = 'active') AS passkeys,"
                + " (SELECT e.at FROM audit.entry e WHERE e.subject = m.id::text AND e.type = 'staff.signed-in'"
                + " ORDER BY e.seq DESC LIMIT 1) AS signed_in"
                + " FROM " + schema + ".member m";
    }

    /** A part is made of letters, digits, hyphens and slashes: nothing in it means something to LIKE. */
    private String where() {
        return " WHERE (m.name ILIKE :text OR m.email ILIKE :text)"
                + " AND ('/' = ANY (string_to_array(:parts, ',')) OR EXISTS (SELECT 1 FROM " + schema
                + ".member_grant g, unnest(string_to_array(:parts, ',')) own"
                + " WHERE g.member_id = m.id AND g.part LIKE own || '%'))";
    }

    private static String pattern(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static UUID uuid(StaffId id) {
        return UUID.fromString(id.value());
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new StaffId(row.getObject("id", UUID.class).toString()),
                row.getString("name"),
                Optional.ofNullable(row.getString("email")),
                row.getString("state").equals("suspended"),
                grants(Optional.ofNullable(row.getString("grants"))),
                row.getInt("passkeys"),
                Optional.ofNullable(row.getObject("signed_in", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Set<Grant> grants(Optional<String> text) {
        return text.stream()
                .flatMap(grants -> Arrays.stream(grants.split(",", -1)))
                .map(grant -> grant.split(" ", 2))
                .map(grant -> new Grant(grant[0], grant[1]))
                .collect(Collectors.toUnmodifiableSet());
    }
}
