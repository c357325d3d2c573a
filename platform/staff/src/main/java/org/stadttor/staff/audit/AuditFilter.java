// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.audit;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which entries are looked for; an empty text means any.
 *
 * @param type how the type begins, for example {@code staff.} or {@code issuer.approved}
 * @param actor exactly this one
 * @param subject exactly this one
 * @param day on this day in Germany
 */
public record AuditFilter(String type, String actor, String subject, Optional<LocalDate> day) {

    /** Everything. */
    public static final AuditFilter NONE = new AuditFilter("", "", "", Optional.empty());

    public AuditFilter {
        type = type.strip();
        actor = actor.strip();
        subject = subject.strip();
    }
}
