// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.organisation.OrganisationUnit;
import org.stadttor.idp.organisation.OrganisationUnits;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.SearchText;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitPath;

/** The table {@code idp.organisation}. */
public final class JdbcOrganisationUnits implements OrganisationUnits {

    private final JdbcClient jdbc;

    public JdbcOrganisationUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<OrganisationUnit> find(UnitPath path) {
        return jdbc.sql("SELECT * FROM idp.organisation WHERE path = ?")
                .param(path.value())
                .query(JdbcOrganisationUnits::unit)
                .optional();
    }

    @Override
    public List<OrganisationUnit> findAll(Collection<UnitPath> paths) {
        if (paths.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT * FROM idp.organisation WHERE path IN (:paths) ORDER BY path")
                .param("paths", paths.stream().map(UnitPath::value).toList())
                .query(JdbcOrganisationUnits::unit)
                .list();
    }

    @Override
    public boolean add(OrganisationUnit unit) {
        return jdbc.sql("INSERT INTO idp.organisation VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(
                                unit.path().value(),
                                unit.kind().code(),
                                UnitJson.names(unit.names()),
                                UnitJson.details(unit.details()),
                                search(unit),
                                unit.revision())
                        .update()
                == 1;
    }

    @Override
    public boolean change(OrganisationUnit unit, long revision) {
        return jdbc.sql("UPDATE idp.organisation SET names = ?, details = ?, search = ?, revision = ?"
                                + " WHERE path = ? AND revision = ?")
                        .params(
                                UnitJson.names(unit.names()),
                                UnitJson.details(unit.details()),
                                search(unit),
                                unit.revision(),
                                unit.path().value(),
                                revision)
                        .update()
                == 1;
    }

    @Override
    public Page<OrganisationUnit> search(Scope scope, String text, String after, int limit) {
        List<OrganisationUnit> found = jdbc.sql("SELECT * FROM idp.organisation WHERE search LIKE ? AND path > ?"
                        + " AND EXISTS (SELECT FROM unnest(string_to_array(?, ' ')) part WHERE starts_with(path, part))"
                        + " ORDER BY path LIMIT ?")
                .params(
                        SearchText.pattern(text),
                        after.replace("\u0000", ""),
                        String.join(" ", scope.prefixes()),
                        limit + 1)
                .query(JdbcOrganisationUnits::unit)
                .list();
        boolean more = found.size() > limit;
        List<OrganisationUnit> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? items.getLast().path().value() : null);
    }

    private static String search(OrganisationUnit unit) {
        return SearchText.of(
                unit.path().value() + " " + String.join(" ", unit.names().values()));
    }

    private static OrganisationUnit unit(ResultSet row, int number) throws SQLException {
        return new OrganisationUnit(
                new UnitPath(row.getString("path")),
                UnitKind.of(row.getString("kind")).orElseThrow(),
                UnitJson.names(row.getString("names")),
                UnitJson.details(row.getString("details")),
                row.getLong("revision"));
    }
}
