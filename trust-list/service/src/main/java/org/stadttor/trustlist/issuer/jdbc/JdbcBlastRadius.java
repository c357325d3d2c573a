// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer.jdbc;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.trustlist.issuer.BlastRadius;
import org.stadttor.trustlist.issuer.IssuerUsage;

/**
 * Reads {@code idp.issuer_usage}, the one view of the other process that this one may read. Outside of any transaction:
 * a refused statement would break the one it is part of.
 */
public final class JdbcBlastRadius implements BlastRadius {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcBlastRadius.class);

    private static final String USAGE = "SELECT max(relying_parties) AS relying_parties, sum(logins)::bigint AS logins"
            + " FROM idp.issuer_usage WHERE anchor_sha256 IN (:anchors)";

    private final JdbcClient jdbc;
    private final TransactionTemplate outside;

    public JdbcBlastRadius(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.outside = new TransactionTemplate(transactions);
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public IssuerUsage ofAnchors(Set<String> anchorsSha256) {
        if (anchorsSha256.isEmpty()) {
            return new IssuerUsage.Counted(OptionalLong.empty(), OptionalLong.empty());
        }
        try {
            return Objects.requireNonNull(outside.execute(status -> read(anchorsSha256)));
        } catch (DataAccessException | TransactionException e) {
            LOG.debug(
                    "usage of issuers is unknown: {}", e.getMostSpecificCause().getMessage());
            return new IssuerUsage.Unknown();
        }
    }

    private IssuerUsage read(Set<String> anchors) {
        return jdbc.sql(USAGE)
                .param("anchors", anchors)
                .query((row, number) -> new IssuerUsage.Counted(
                        told(row.getObject("relying_parties", Long.class)), told(row.getObject("logins", Long.class))))
                .single();
    }

    private static OptionalLong told(@Nullable Long count) {
        return count == null || count < IssuerUsage.LEAST ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
