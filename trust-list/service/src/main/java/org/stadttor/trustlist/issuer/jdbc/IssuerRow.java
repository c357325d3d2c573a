// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.DetailsDocument;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;

/** A row of {@code trust.issuer} with its proposal. */
final class IssuerRow {

    private IssuerRow() {}

    static TrustedIssuer issuer(ResultSet row) throws SQLException {
        IssuerId id = Rows.issuer(row, "id");
        long version = row.getLong("version");
        IssuerDetails details = DetailsDocument.read(row.getString("details"));
        Change last = Rows.change(row, "changed_by", "changed_at", "reason");
        return switch (row.getString("state")) {
            case "approved" -> approved(row);
            case "suspended" ->
                new Suspended(
                        id,
                        version,
                        details,
                        new StaffId(row.getString("suspended_by")),
                        Optional.ofNullable(Rows.optionalStaff(row, "confirmed_by")),
                        Optional.ofNullable(Rows.optionalInstant(row, "returns_at")),
                        last);
            case "withdrawn" -> new Withdrawn(id, version, details, last);
            case String other -> throw new IllegalStateException("unknown state " + other);
        };
    }

    static Approved approved(ResultSet row) throws SQLException {
        return new Approved(
                Rows.issuer(row, "id"),
                row.getLong("version"),
                DetailsDocument.read(row.getString("details")),
                new StaffId(row.getString("proposed_by")),
                new StaffId(row.getString("decided_by")),
                Rows.change(row, "changed_by", "changed_at", "reason"));
    }
}
