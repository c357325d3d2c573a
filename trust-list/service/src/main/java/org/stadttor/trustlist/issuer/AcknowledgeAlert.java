// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.Map;
import java.util.UUID;
import org.stadttor.audit.AuditEvent;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;

/** Somebody has seen an alert and says what was done. */
public final class AcknowledgeAlert {

    private final IssuerDecisions decisions;

    public AcknowledgeAlert(IssuerDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Acknowledges.
     *
     * @throws IssuerRefusedException {@code unknown_alert}, {@code already_decided}
     */
    public void acknowledge(UUID id, StaffId by, String reason) {
        Change change = decisions.change(by, reason);
        Alerts alerts = decisions.register().alerts();
        Alert alert = alerts.find(id).orElseThrow(() -> new IssuerRefusedException(Reason.UNKNOWN_ALERT));
        decisions.record(
                () -> {
                    if (!alerts.acknowledge(id, change)) {
                        throw new IssuerRefusedException(Reason.ALREADY_DECIDED);
                    }
                },
                new AuditEvent(
                        "alert.acknowledged",
                        by.value(),
                        alert.issuer().toString(),
                        Map.of("alert", id.toString(), "kind", alert.kind().code(), "reason", reason)));
    }
}
