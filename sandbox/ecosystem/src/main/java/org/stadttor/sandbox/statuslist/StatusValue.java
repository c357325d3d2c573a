// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.statuslist;

/**
 * The values of a two-bit status list.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/">Token Status List, section 7.1</a>
 */
public enum StatusValue {
    VALID(0),
    INVALID(1),
    SUSPENDED(2),
    APPLICATION_SPECIFIC(3);

    private final int bits;

    StatusValue(int bits) {
        this.bits = bits;
    }

    /** The value in the list. */
    public int bits() {
        return bits;
    }
}
