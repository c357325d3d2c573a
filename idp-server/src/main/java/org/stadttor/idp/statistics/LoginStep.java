// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import java.util.Locale;

/** What is counted. */
public enum LoginStep {
    /** Logins: a browser opened the authorization request. */
    STARTED,
    /** Attempts: a wallet fetched the request. A login may need several. */
    WALLET_OPENED,
    /** Attempts: the wallet's answer has passed every check. */
    VERIFIED,
    /** Attempts: the wallet's answer was refused, or was an error; detail is the group of the reason. */
    REFUSED,
    /** Attempts: verified, and then the issuer was not trusted any more; detail is the group of the reason. */
    DISTRUSTED,
    /** Logins: the relying party redeemed the code. */
    COMPLETED,
    /** Logins: ended with an error response; detail is the error code. */
    ENDED,
    /** Logins: nobody went on in time. */
    EXPIRED,
    /** Completed logins once more; detail is the number of the {@link DurationBucket}. */
    DURATION,
    /** Completed logins once more; detail is the listed certificate they rest on, SHA-256 in hex. */
    ISSUER;

    /** As it is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From {@link #code()}. */
    public static LoginStep of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
