// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.time.Instant;
import java.util.Objects;
import org.springframework.security.web.webauthn.api.Bytes;

/**
 * A challenge that waits for its answer.
 *
 * @param ticketHash hash of the ticket in the form
 * @param sessionHash hash of the session it was given to; no other can answer
 * @param purpose what the answer is for
 * @param subjectHash hash of what exactly it is for
 */
public record Ceremony(
        String ticketHash,
        String sessionHash,
        Purpose purpose,
        String subjectHash,
        Bytes challenge,
        Instant expiresAt) {

    /** What an answer is for. */
    public enum Purpose {
        SIGN_IN,
        CONFIRM,
        /** Gives a fresh question for the same act to somebody who has read for longer than a challenge lives. */
        RENEW,
        REGISTER
    }

    public Ceremony {
        Objects.requireNonNull(ticketHash);
        Objects.requireNonNull(sessionHash);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(subjectHash);
        Objects.requireNonNull(challenge);
        Objects.requireNonNull(expiresAt);
    }
}
