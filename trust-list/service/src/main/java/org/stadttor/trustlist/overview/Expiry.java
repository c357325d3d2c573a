// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ListPurpose;

/**
 * Something that runs out.
 *
 * @param name of the entity or list, for people
 * @param detail subject of a certificate, or empty
 * @param entity whose it is, if it is somebody's
 * @param key what makes it this one and no other: a fingerprint, a number
 */
public record Expiry(
        Kind kind, Instant at, ListPurpose purpose, String name, String detail, Optional<IssuerId> entity, String key) {

    /** What runs out. */
    public enum Kind {
        /** A listed certificate: from then on it is not trusted. */
        CERTIFICATE,
        /** The certificate our lists are signed with. */
        SIGNING_CERTIFICATE,
        /** A list that is not issued anew by then is void. */
        LIST,
        /** A proposal nobody decided on. */
        PROPOSAL,
        /** A suspension nobody confirmed: the entity returns to the list. */
        SUSPENSION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Expiry {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(at);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(name);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(entity);
        Objects.requireNonNull(key);
    }
}
