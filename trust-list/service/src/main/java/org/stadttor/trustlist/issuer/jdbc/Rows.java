// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ProposalId;
import org.stadttor.trustlist.issuer.StaffId;

/** Columns to values and back. */
final class Rows {

    private Rows() {}

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static @Nullable StaffId optionalStaff(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : new StaffId(value);
    }

    static Change change(ResultSet row, String by, String at, String reason) throws SQLException {
        return new Change(new StaffId(row.getString(by)), instant(row, at), row.getString(reason));
    }

    static IssuerId issuer(ResultSet row, String column) throws SQLException {
        return new IssuerId(row.getObject(column, UUID.class));
    }

    static ProposalId proposal(ResultSet row, String column) throws SQLException {
        return new ProposalId(row.getObject(column, UUID.class));
    }
}
