// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * What one person proposes and another decides on: exactly these bytes. It lapses after {@link #LIFE}, or as soon as
 * the ground moves: the entity is no longer in the state it was made on, or somebody else has got one of its keys.
 *
 * @param issuer the entity it is about; a new one for a listing
 * @param base version of the entity it was made on; 0 where there is none yet
 * @param document details as {@link DetailsDocument}
 * @param proposed who proposed when and why
 */
public record Proposal(
        ProposalId id, Kind kind, IssuerId issuer, long base, String document, Change proposed, Decision decision) {

    /** So long a proposal can be decided on. */
    public static final Duration LIFE = Duration.ofDays(7);

    /** Version of what does not exist yet. */
    public static final long NOTHING = 0;

    public Proposal {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(document);
        Objects.requireNonNull(proposed);
        Objects.requireNonNull(decision);
        if ((kind == Kind.LISTING) != (base == NOTHING)) {
            throw new IllegalArgumentException("only a listing is made on nothing");
        }
    }

    /** What happens on approval. */
    public enum Kind {
        /** A new entity gets onto the list. */
        LISTING,
        /** A listed or suspended entity gets other details and is on the list with them. */
        CHANGE,
        /** A suspended entity returns to the list as it was. */
        RESUMPTION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it. */
    public sealed interface Decision {

        /** Nothing yet. */
        record Pending() implements Decision {}

        record Approved(Change change) implements Decision {}

        /** By another person. */
        record Rejected(Change change) implements Decision {}

        /** By the proposer. */
        record Withdrawn(Change change) implements Decision {}

        /** By the clock, or because the ground moved. */
        record Lapsed(Instant at, Cause cause) implements Decision {}
    }

    /** Why it lapsed. */
    public enum Cause {
        PROPOSAL_LAPSED,
        GROUND_MOVED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was proposed. */
    public IssuerDetails details() {
        return DetailsDocument.read(document);
    }

    /** From this moment on it cannot be approved. */
    public Instant lapsesAt() {
        return proposed.at().plus(LIFE);
    }

    public boolean isPending() {
        return decision instanceof Decision.Pending;
    }

    boolean hasProposerOf(Proposal other) {
        return proposed.by().equals(other.proposed.by());
    }

    /** Whether the same person said the same before, and that can still be decided on. */
    boolean repeats(Proposal earlier) {
        return earlier.isPending()
                && proposed.at().isBefore(earlier.lapsesAt())
                && hasProposerOf(earlier)
                && kind == earlier.kind
                && (kind == Kind.LISTING || issuer.equals(earlier.issuer))
                && base == earlier.base
                && document.equals(earlier.document)
                && proposed.reason().equals(earlier.proposed.reason());
    }

    /** The bytes that are decided on: what is to happen to which entity in which state, why, and the details. */
    public byte[] canonicalBytes() {
        return String.join(
                        "\n",
                        "stadttor-proposal-1",
                        "kind=" + kind.code(),
                        "purpose=" + details().purpose().code(),
                        "issuer=" + issuer,
                        "base=" + base,
                        "reason=" + proposed.reason(),
                        document)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of {@link #canonicalBytes()}, hexadecimal: whoever approves says which bytes that is. */
    public String hash() {
        return Fingerprint.of(canonicalBytes());
    }
}
