// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that staff must see, until somebody says that it was seen.
 *
 * @param issuer the entity it is about
 * @param acknowledged who has seen it and what was done
 */
public record Alert(
        UUID id, Kind kind, IssuerId issuer, ListPurpose purpose, Instant raisedAt, Optional<Change> acknowledged) {

    public Alert {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(raisedAt);
        Objects.requireNonNull(acknowledged);
    }

    /** What happened. */
    public enum Kind {
        /** Nobody confirmed a suspension: the entity is trusted again. */
        SUSPENSION_NOT_CONFIRMED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
