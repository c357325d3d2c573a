// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.audit.jdbc;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadttor.audit.ChainState;
import org.stadttor.audit.VerifyAuditChain;
import org.stadttor.audit.jdbc.JdbcAuditTrail;
import org.stadttor.settings.Secret;

/** Checks the whole audit trail, writes one line and ends: the command {@code audit-verify} of both processes. */
public final class AuditVerification {

    /** Name of the command. */
    public static final String NAME = "audit-verify";

    /** Exit code: the trail is whole. */
    public static final int INTACT = 0;

    /** Exit code: the trail was changed. */
    public static final int BROKEN = 1;

    /** Exit code: nobody knows. */
    public static final int NOT_CHECKED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(AuditVerification.class);

    private AuditVerification() {}

    /** Checks and returns the exit code. */
    public static int run(String url, String user, Secret password) {
        SingleConnectionDataSource dataSource = new SingleConnectionDataSource(url, user, password.text(), true);
        try {
            return report(new VerifyAuditChain(new JdbcAuditTrail(new JdbcTemplate(dataSource))).verify());
        } catch (DataAccessException e) {
            LOG.error("audit trail not checked: {}", e.getMostSpecificCause().getMessage());
            return NOT_CHECKED;
        } finally {
            dataSource.destroy();
        }
    }

    private static int report(ChainState state) {
        return switch (state) {
            case ChainState.Intact intact -> {
                LOG.info("audit trail intact: {} entries, last hash {}", intact.lastSequence(), intact.lastHash());
                yield INTACT;
            }
            case ChainState.Broken broken -> {
                LOG.error(
                        "audit trail broken at entry {}: {}",
                        broken.sequence(),
                        broken.reason().code());
                yield BROKEN;
            }
        };
    }
}
