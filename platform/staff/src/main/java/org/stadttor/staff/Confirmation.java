// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.Objects;

/**
 * What a form needs so that somebody can confirm one act.
 *
 * @param ticket random, single use; goes into the hidden field {@code confirmation}
 * @param passkey whether the passkey must be touched; otherwise the button is enough (sandbox people)
 * @param options WebAuthn request options as JSON for the script; empty without passkey
 */
public record Confirmation(String ticket, boolean passkey, String options) {

    public Confirmation {
        Objects.requireNonNull(ticket);
        Objects.requireNonNull(options);
    }
}
