// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.Locale;

/** A change to an issuer that is not possible; nothing was changed. */
public final class IssuerRefusedException extends RuntimeException {

    private final Reason reason;

    public IssuerRefusedException(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        UNKNOWN_ISSUER,
        UNKNOWN_PROPOSAL,
        UNKNOWN_ALERT,
        /** The entity is not in a state in which this can be done. */
        WRONG_STATE,
        /** The first of two people cannot be the second. */
        SAME_PERSON,
        /** Only who proposed can take the proposal back. */
        NOT_THE_PROPOSER,
        /** What was seen is not what would be approved. */
        HASH_MISMATCH,
        /** It was not decided within seven days. */
        PROPOSAL_LAPSED,
        /** The entity changed since, or another one has got one of its keys. */
        GROUND_MOVED,
        /** It was approved, rejected or withdrawn before. */
        ALREADY_DECIDED,
        CERTIFICATE_NOT_VALID,
        KEY_OF_ANOTHER_ISSUER,
        /** An entity stays on its list; for another purpose it is another entity. */
        PURPOSE_CHANGED,
        /** The proposal says what is listed already. */
        NOTHING_CHANGED,
        /** This person has made so many proposals that nobody has decided on that there is no place for one more. */
        TOO_MANY_PROPOSALS,
        /** Readers would refuse the list that would be published. */
        LIST_NOT_READABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
