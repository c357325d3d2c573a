// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit;

import java.util.Map;
import java.util.Objects;

/**
 * One thing that happened, told without any personal attribute.
 *
 * @param type stable dotted name, for example {@code presentation.rejected} or {@code issuer.approved}
 * @param actor who did it: a staff id, {@code system}, {@code wallet} or {@code citizen}; never a name of a citizen
 * @param subject what it was done to: an id of ours (presentation, issuer, client)
 * @param details further facts, short values only; never a claim value, token or secret
 */
public record AuditEvent(String type, String actor, String subject, Map<String, String> details) {

    public AuditEvent {
        Objects.requireNonNull(type);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(subject);
        details = Map.copyOf(details);
    }
}
