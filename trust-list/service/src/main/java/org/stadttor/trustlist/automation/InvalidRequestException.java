// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation;

import java.util.Locale;

/** The body of a request is not what the interface description asks for. Nothing of the input is in the message. */
public final class InvalidRequestException extends RuntimeException {

    private final Reason reason;
    private final String member;

    public InvalidRequestException(Reason reason, String member) {
        super(reason.code() + ": " + member);
        this.reason = reason;
        this.member = member;
    }

    public Reason reason() {
        return reason;
    }

    /** Which member; empty if it is the body as a whole. A name of ours, or that of an unknown one cut short. */
    public String member() {
        return member;
    }

    /** What is wrong. */
    public enum Reason {
        TOO_LARGE,
        MALFORMED_JSON,
        MEMBER_MISSING,
        MEMBER_UNKNOWN,
        MEMBER_INVALID,
        CERTIFICATE_UNREADABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
