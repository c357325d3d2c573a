// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.time.Clock;
import java.time.Duration;
import org.springframework.security.web.webauthn.api.Bytes;
import org.stadttor.staff.Secrets;
import org.stadttor.staff.passkey.Ceremony.Purpose;
import org.stadttor.staff.passkey.PasskeyRefusedException.Reason;

/**
 * Challenges: random, for one session and one subject, answered once and soon.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-cryptographic-challenges">Web Authentication Level 3, 13.4.3</a>
 */
public final class Challenges {

    /** How long one can be answered. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    /** How many can wait in one session. */
    public static final int MOST_OF_SESSION = 20;

    private final Ceremonies ceremonies;
    private final Secrets secrets;
    private final Clock clock;

    public Challenges(Ceremonies ceremonies, Secrets secrets, Clock clock) {
        this.ceremonies = ceremonies;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A challenge as the page needs it.
     *
     * @param ticket goes into the form beside the answer
     */
    public record Issued(String ticket, Bytes challenge) {

        /** Without the ticket. */
        @Override
        public String toString() {
            return "Issued";
        }
    }

    /** A new one. */
    public Issued issue(String session, Purpose purpose, String subject, Duration lifetime) {
        return open(session, purpose, Secrets.hash(subject), lifetime);
    }

    /**
     * A new one for what another was for; that one ends.
     *
     * @throws PasskeyRefusedException {@code challenge_over}
     */
    public Issued exchange(String session, Purpose from, String ticket, Purpose purpose) {
        return open(session, purpose, take(session, from, ticket).subjectHash(), LIFETIME);
    }

    private Issued open(String session, Purpose purpose, String subjectHash, Duration lifetime) {
        Issued issued = new Issued(secrets.next(), Bytes.random());
        ceremonies.open(
                new Ceremony(
                        Secrets.hash(issued.ticket()),
                        Secrets.hash(session),
                        purpose,
                        subjectHash,
                        issued.challenge(),
                        clock.instant().plus(lifetime)),
                MOST_OF_SESSION,
                clock.instant());
        return issued;
    }

    /**
     * Gives the challenge back, once.
     *
     * @throws PasskeyRefusedException {@code challenge_over}, {@code challenge_of_something_else}
     */
    public Bytes redeem(String session, Purpose purpose, String subject, String ticket) {
        Ceremony ceremony = take(session, purpose, ticket);
        if (!ceremony.subjectHash().equals(Secrets.hash(subject))) {
            throw new PasskeyRefusedException(Reason.CHALLENGE_OF_SOMETHING_ELSE);
        }
        return ceremony.challenge();
    }

    private Ceremony take(String session, Purpose purpose, String ticket) {
        return ceremonies
                .take(Secrets.hash(ticket), Secrets.hash(session), purpose, clock.instant())
                .orElseThrow(() -> new PasskeyRefusedException(Reason.CHALLENGE_OVER));
    }
}
