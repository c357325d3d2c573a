// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.Objects;

/**
 * What a form needs so that somebody can confirm one act.
 *
 * @param ticket random, single use; goes into the hidden field {@code confirmation}; empty if the person has no means to
 *     confirm anything
 * @param passkey whether the passkey must be touched; otherwise the button is enough (sandbox people)
 * @param options WebAuthn request options as JSON for the script; empty without passkey
 * @param renewal gives the script a fresh ticket and fresh options when the page was open for long; empty without passkey
 * @param page where the form is, to lead back to it; empty if that is not known
 */
public record Confirmation(String ticket, boolean passkey, String options, String renewal, String page) {

    public Confirmation {
        Objects.requireNonNull(ticket);
        Objects.requireNonNull(options);
        Objects.requireNonNull(renewal);
        Objects.requireNonNull(page);
    }

    /** Whether the person can confirm at all. */
    public boolean possible() {
        return !ticket.isEmpty();
    }

    /** Without the tickets, which are good for the act. */
    @Override
    public String toString() {
        return "Confirmation";
    }
}
