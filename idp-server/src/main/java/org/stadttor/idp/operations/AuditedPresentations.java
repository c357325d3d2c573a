// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import java.time.Clock;
import java.util.Map;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.operations.SupportCases.SupportCase;
import org.stadttor.wallet.presentation.PresentationEvent;
import org.stadttor.wallet.presentation.PresentationEvents;

/** Writes what is decided about each presentation to the audit trail, and failures where the help desk finds them. */
public final class AuditedPresentations implements PresentationEvents {

    private static final String WALLET = "wallet";
    private static final String CITIZEN = "citizen";

    private final AuditLog audit;
    private final SupportCases cases;
    private final Clock clock;

    public AuditedPresentations(AuditLog audit, SupportCases cases, Clock clock) {
        this.audit = audit;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void happened(PresentationEvent event) {
        switch (event) {
            case PresentationEvent.Started started ->
                append(
                        event,
                        "started",
                        CITIZEN,
                        Map.of(
                                "client",
                                started.onBehalfOf(),
                                "flow",
                                started.flow().name()));
            case PresentationEvent.Verified verified ->
                append(
                        event,
                        "verified",
                        WALLET,
                        Map.of(
                                "anchor", verified.issuerAnchorSha256(),
                                "list", Long.toString(verified.listSequence())));
            case PresentationEvent.Opened opened -> {
                // Decides nothing; it is counted elsewhere.
            }
            case PresentationEvent.Refused refused -> {
                remember(event, refused.reasonCode());
                append(event, "refused", WALLET, Map.of("reason", refused.reasonCode()));
            }
            case PresentationEvent.Distrusted distrusted -> {
                remember(event, distrusted.reasonCode());
                append(event, "refused", "system", Map.of("reason", distrusted.reasonCode()));
            }
            case PresentationEvent.Collected collected -> append(collected, "collected", CITIZEN, Map.of());
            case PresentationEvent.ForeignBrowser foreign -> append(foreign, "foreign-browser", CITIZEN, Map.of());
            case PresentationEvent.Expired expired -> {
                remember(expired, "expired");
                append(expired, "expired", "system", Map.of());
            }
        }
    }

    private void remember(PresentationEvent event, String reason) {
        cases.remember(new SupportCase(event.id(), reason, clock.instant()));
    }

    private void append(PresentationEvent event, String step, String actor, Map<String, String> details) {
        audit.append(
                new AuditEvent("presentation." + step, actor, event.id().value().toString(), details));
    }
}
