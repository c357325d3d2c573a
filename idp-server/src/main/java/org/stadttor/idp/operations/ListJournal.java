// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;

/** Where what happens to lists is counted and, if it decides who is trusted, kept. Never throws: pulling goes on. */
public final class ListJournal {

    private static final Logger LOG = LoggerFactory.getLogger(ListJournal.class);

    private final AuditLog audit;
    private final MeterRegistry meters;

    public ListJournal(AuditLog audit, MeterRegistry meters) {
        this.audit = audit;
        this.meters = meters;
    }

    MeterRegistry meters() {
        return meters;
    }

    /**
     * Counts.
     *
     * @param reason a code, or {@code none}
     */
    void count(String meter, String event, String reason) {
        meters.counter(meter, "event", event, "reason", reason).increment();
    }

    /** Keeps it in the audit trail, if the database is there. */
    void keep(String type, String subject, Map<String, String> details) {
        try {
            audit.append(new AuditEvent(type, "system", subject, details));
        } catch (RuntimeException e) {
            LOG.error(
                    "{} could not be written to the audit trail: {}",
                    type,
                    e.getClass().getSimpleName());
        }
    }
}
