// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof;

import java.util.Locale;

/** An act on a proof was refused. */
public final class DomainRefusedException extends RuntimeException {

    /** Why, as a stable code; the sentence for people is the message {@code domain.refused.<code>}. */
    public enum Reason {
        /** There is no such unit or challenge, or it lies outside of the person's part of the tree. */
        NOT_FOUND,
        /** Not the name of a host on the Internet. */
        HOST_INVALID,
        TOO_MANY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public DomainRefusedException(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
