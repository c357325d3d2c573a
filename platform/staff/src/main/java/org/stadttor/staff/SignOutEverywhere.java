// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

/** Ends all sessions of somebody, on every node. Call it when an account is suspended or loses its passkeys. */
@FunctionalInterface
public interface SignOutEverywhere {

    /** Deletes the sessions; belongs to the caller's transaction. */
    void signOut(StaffId id);
}
