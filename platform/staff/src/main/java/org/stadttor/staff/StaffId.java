// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.Optional;
import java.util.UUID;

/**
 * The account of one person in the staff of one process; also the actor in the audit trail. Says nothing about the person.
 *
 * @param value a UUID as text
 */
public record StaffId(String value) {

    public StaffId {
        if (!UUID.fromString(value).toString().equals(value)) {
            throw new IllegalArgumentException("not a staff id");
        }
    }

    /** A new one. */
    public static StaffId random() {
        return new StaffId(UUID.randomUUID().toString());
    }

    /** What somebody sent; empty if it cannot be one. */
    public static Optional<StaffId> parse(String untrusted) {
        try {
            return Optional.of(new StaffId(untrusted));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
