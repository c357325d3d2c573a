// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust.jdbc;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.wallet.trust.AcceptedTrustLists;

/** The table {@code wallet.accepted_trust_list}: one row per list type, whose sequence only goes up. */
public final class JdbcAcceptedTrustLists implements AcceptedTrustLists {

    private static final long NONE = -1;

    private final JdbcClient jdbc;

    public JdbcAcceptedTrustLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keep(Accepted list) {
        return jdbc.sql("""
                        INSERT INTO wallet.accepted_trust_list AS kept (list_type, sequence, payload_digest, signed_list)
                        VALUES (:type, :sequence, :digest, :signed)
                        ON CONFLICT (list_type) DO UPDATE
                        SET sequence = excluded.sequence, payload_digest = excluded.payload_digest,
                            signed_list = excluded.signed_list, accepted_at = now()
                        WHERE kept.sequence < excluded.sequence
                           OR (kept.sequence = excluded.sequence AND kept.payload_digest = excluded.payload_digest)""")
                        .param("type", list.typeUri())
                        .param("sequence", list.sequence())
                        .param("digest", list.payloadDigest())
                        .param("signed", list.compactJws())
                        .update()
                == 1;
    }

    @Override
    public Optional<Accepted> find(String typeUri) {
        return jdbc.sql("""
                        SELECT list_type, sequence, payload_digest, signed_list
                        FROM wallet.accepted_trust_list WHERE list_type = :type""")
                .param("type", typeUri)
                .query((row, number) ->
                        new Accepted(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
                .optional();
    }

    @Override
    public long sequence(String typeUri) {
        return jdbc.sql("SELECT sequence FROM wallet.accepted_trust_list WHERE list_type = :type")
                .param("type", typeUri)
                .query(Long.class)
                .optional()
                .orElse(NONE);
    }
}
