// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

/** There is no list that may be decided on: nobody is trusted. */
public final class TrustListUnavailableException extends RuntimeException {

    public TrustListUnavailableException(String message) {
        super(message);
    }
}
