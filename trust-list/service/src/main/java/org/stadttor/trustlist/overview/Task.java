// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that somebody has to look after, with what to do next.
 *
 * @param name of the entity or list, for people
 * @param detail subject of a certificate, number of an entry, or empty
 * @param at when it happened or will happen
 * @param href where it is done, or empty
 */
public record Task(Kind kind, String name, String detail, Optional<Instant> at, String href) {

    /** How much it hurries. */
    public enum Urgency {
        /** Trust is not as it should be, now. */
        NOW,
        /** It will not be, if nobody acts. */
        SOON,
        /** Somebody waits. */
        WAITING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it is, in the order of the page. */
    public enum Kind {
        AUDIT_BROKEN(Urgency.NOW),
        LIST_MISSING(Urgency.NOW),
        LIST_EXPIRED(Urgency.NOW),
        LIST_RENEWAL_OVERDUE(Urgency.NOW),
        SUSPENSION_NOT_CONFIRMED(Urgency.NOW),
        CERTIFICATE_EXPIRED(Urgency.NOW),
        SIGNER_EXPIRES(Urgency.SOON),
        SUSPENSION_WAITS(Urgency.SOON),
        CERTIFICATE_EXPIRES(Urgency.SOON),
        PROPOSAL_WAITS(Urgency.WAITING);

        private final Urgency urgency;

        Kind(Urgency urgency) {
            this.urgency = urgency;
        }

        public Urgency urgency() {
            return urgency;
        }

        /** Stable name; the key of its sentence. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Task {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(at);
        Objects.requireNonNull(href);
    }
}
