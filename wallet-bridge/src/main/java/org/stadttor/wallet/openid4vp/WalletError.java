// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.util.Arrays;
import java.util.Locale;

/**
 * Error codes a wallet may answer with. Whatever else it writes is {@link #OTHER}: the text of an error is chosen by
 * whoever sends it and goes nowhere.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 8.5</a>
 */
public enum WalletError {
    INVALID_SCOPE,
    INVALID_REQUEST,
    INVALID_CLIENT,
    ACCESS_DENIED,
    VP_FORMATS_NOT_SUPPORTED,
    INVALID_REQUEST_URI_METHOD,
    INVALID_TRANSACTION_DATA,
    WALLET_UNAVAILABLE,
    SERVER_ERROR,
    TEMPORARILY_UNAVAILABLE,
    UNAUTHORIZED_CLIENT,
    UNSUPPORTED_RESPONSE_TYPE,
    OTHER;

    static WalletError of(String error) {
        return Arrays.stream(values())
                .filter(e -> e != OTHER && e.name().toLowerCase(Locale.ROOT).equals(error))
                .findFirst()
                .orElse(OTHER);
    }

    /** The stable reason code: {@code wallet_} and the standard's code, {@code wallet_error} for any other text. */
    public String code() {
        return switch (this) {
            case OTHER -> "wallet_error";
            case WALLET_UNAVAILABLE -> "wallet_unavailable";
            case INVALID_SCOPE,
                    INVALID_REQUEST,
                    INVALID_CLIENT,
                    ACCESS_DENIED,
                    VP_FORMATS_NOT_SUPPORTED,
                    INVALID_REQUEST_URI_METHOD,
                    INVALID_TRANSACTION_DATA,
                    SERVER_ERROR,
                    TEMPORARILY_UNAVAILABLE,
                    UNAUTHORIZED_CLIENT,
                    UNSUPPORTED_RESPONSE_TYPE -> "wallet_" + name().toLowerCase(Locale.ROOT);
        };
    }
}
