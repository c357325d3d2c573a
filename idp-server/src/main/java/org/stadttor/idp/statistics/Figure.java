// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import java.util.Locale;

/** A line of the statistics of a relying party, in the order of a login. */
public enum Figure {
    STARTED,
    WALLET_OPENED,
    VERIFIED,
    COMPLETED,
    /** The citizen went back to the portal. */
    CANCELLED,
    /** Another error response. */
    ENDED_OTHERWISE,
    EXPIRED;

    private static final String ACCESS_DENIED = "access_denied";

    /** As API and messages name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a counter belongs to this line. */
    boolean includes(Counted counted) {
        return switch (this) {
            case STARTED -> counted.step() == LoginStep.STARTED;
            case WALLET_OPENED -> counted.step() == LoginStep.WALLET_OPENED;
            case VERIFIED -> counted.step() == LoginStep.VERIFIED;
            case COMPLETED -> counted.step() == LoginStep.COMPLETED;
            case CANCELLED ->
                counted.step() == LoginStep.ENDED && counted.detail().equals(ACCESS_DENIED);
            case ENDED_OTHERWISE ->
                counted.step() == LoginStep.ENDED && !counted.detail().equals(ACCESS_DENIED);
            case EXPIRED -> counted.step() == LoginStep.EXPIRED;
        };
    }
}
