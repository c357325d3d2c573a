// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit;

/** Appends to the audit trail. An entry belongs to the caller's database transaction: both are stored or neither. */
public interface AuditLog {

    /**
     * Appends one event to the hash chain.
     *
     * @throws org.springframework.dao.DataAccessException if it cannot be stored; the caller's change must then fail too
     */
    void append(AuditEvent event);
}
