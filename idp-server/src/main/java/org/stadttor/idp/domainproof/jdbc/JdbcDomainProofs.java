// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.domainproof.DomainProof;
import org.stadttor.idp.domainproof.DomainProofs;
import org.stadttor.idp.organisation.UnitPath;

/** The table {@code idp.domain_proof}. */
public final class JdbcDomainProofs implements DomainProofs {

    private final JdbcClient jdbc;

    public JdbcDomainProofs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<DomainProof> find(UnitPath unit, String host) {
        return jdbc.sql("SELECT * FROM idp.domain_proof WHERE unit = ? AND host = ?")
                .params(unit.value(), host)
                .query(JdbcDomainProofs::proof)
                .optional();
    }

    @Override
    public List<DomainProof> of(UnitPath unit) {
        return jdbc.sql("SELECT * FROM idp.domain_proof WHERE unit = ? ORDER BY host")
                .param(unit.value())
                .query(JdbcDomainProofs::proof)
                .list();
    }

    @Override
    public DomainProof add(DomainProof proof) {
        jdbc.sql("INSERT INTO idp.domain_proof (unit, host, challenge, created_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(proof.unit().value(), proof.host(), proof.challenge(), Timestamp.from(proof.createdAt()))
                .update();
        return find(proof.unit(), proof.host()).orElseThrow();
    }

    @Override
    public boolean prove(DomainProof proof) {
        DomainProof.Proved proved = Objects.requireNonNull(proof.proved());
        return jdbc.sql("UPDATE idp.domain_proof SET method = ?, proved_at = ?, expires_at = ?"
                                + " WHERE unit = ? AND host = ? AND challenge = ?")
                        .params(
                                proved.method().code(),
                                Timestamp.from(proved.at()),
                                Timestamp.from(proved.expiresAt()),
                                proof.unit().value(),
                                proof.host(),
                                proof.challenge())
                        .update()
                == 1;
    }

    @Override
    public boolean remove(UnitPath unit, String host) {
        return jdbc.sql("DELETE FROM idp.domain_proof WHERE unit = ? AND host = ?")
                        .params(unit.value(), host)
                        .update()
                == 1;
    }

    @Override
    public Set<String> proved(Collection<UnitPath> units, Instant now) {
        return jdbc.sql("SELECT DISTINCT host FROM idp.domain_proof WHERE unit IN (:units) AND expires_at > :now")
                .param("units", units.stream().map(UnitPath::value).toList())
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getString("host"))
                .set();
    }

    private static DomainProof proof(ResultSet row, int number) throws SQLException {
        return new DomainProof(
                new UnitPath(row.getString("unit")),
                row.getString("host"),
                row.getString("challenge"),
                row.getTimestamp("created_at").toInstant(),
                proved(row));
    }

    private static DomainProof.@Nullable Proved proved(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("proved_at");
        return at == null
                ? null
                : new DomainProof.Proved(
                        DomainProof.Method.valueOf(row.getString("method").toUpperCase(Locale.ROOT)),
                        at.toInstant(),
                        row.getTimestamp("expires_at").toInstant());
    }
}
