// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMembers;

/** Accounts in the tables {@code member} and {@code member_grant} of one schema. */
public final class JdbcStaffMembers implements StaffMembers {

    private final JdbcClient jdbc;
    private final String schema;
    private final Clock clock;

    public JdbcStaffMembers(JdbcClient jdbc, String schema, Clock clock) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.clock = clock;
    }

    @Override
    public Optional<Account> findActive(StaffId id) {
        return jdbc.sql("SELECT name FROM " + schema + ".member WHERE id = ? AND state = 'active'")
                .param(UUID.fromString(id.value()))
                .query(String.class)
                .optional()
                .map(name -> new Account(id, name, grants(id)));
    }

    @Override
    public Optional<String> nameOf(StaffId id) {
        return jdbc.sql("SELECT name FROM " + schema + ".member WHERE id = ?")
                .param(UUID.fromString(id.value()))
                .query(String.class)
                .optional();
    }

    @Override
    public boolean seed(SandboxPerson person) {
        UUID id = UUID.fromString(person.id().value());
        int added = jdbc.sql("INSERT INTO " + schema + ".member (id, name, state, created_at)"
                        + " VALUES (?, ?, 'active', ?) ON CONFLICT (id) DO NOTHING")
                .params(id, person.name(), Timestamp.from(clock.instant()))
                .update();
        if (grants(person.id()).equals(person.grants())) {
            return added == 1;
        }
        jdbc.sql("DELETE FROM " + schema + ".member_grant WHERE member_id = ?")
                .param(id)
                .update();
        person.grants()
                .forEach(grant -> jdbc.sql(
                                "INSERT INTO " + schema + ".member_grant VALUES (?, ?, ?)" + " ON CONFLICT DO NOTHING")
                        .params(id, grant.role(), grant.part())
                        .update());
        return true;
    }

    private Set<Grant> grants(StaffId id) {
        return new HashSet<>(jdbc.sql("SELECT role, part FROM " + schema + ".member_grant WHERE member_id = ?")
                .param(UUID.fromString(id.value()))
                .query((row, number) -> new Grant(row.getString("role"), row.getString("part")))
                .list());
    }
}
