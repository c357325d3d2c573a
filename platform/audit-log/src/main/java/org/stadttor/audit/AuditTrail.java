// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit;

import java.util.List;

/** The stored trail, for reading. */
public interface AuditTrail {

    /** The entries after that sequence number in order, at most so many. */
    List<AuditEntry> after(long sequence, int limit);
}
