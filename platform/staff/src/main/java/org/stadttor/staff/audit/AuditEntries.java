// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.audit;

import java.util.List;
import java.util.Optional;
import org.stadttor.audit.AuditEntry;
import org.stadttor.staff.StaffId;

/** The audit trail for people: backwards and by what is looked for. */
public interface AuditEntries {

    /** The newest entries before this sequence number that fit, the newest first. */
    List<AuditEntry> before(long sequence, AuditFilter filter, int limit);

    /** The oldest entries after this sequence number that fit, in order. */
    List<AuditEntry> after(long sequence, AuditFilter filter, int limit);

    /** One entry. */
    Optional<AuditEntry> find(long sequence);

    /** What this person did and what was done to them, the newest first. */
    List<AuditEntry> about(StaffId person, int limit);
}
