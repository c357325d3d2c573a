// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

/**
 * What a wallet posts to the {@code response_uri} under {@code direct_post.jwt}.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, sections 8.2 and
 *     8.3</a>
 */
public sealed interface WalletMessage {

    /** The {@code response} parameter: a compact JWE. */
    record Encrypted(String jwe) implements WalletMessage {

        @Override
        public String toString() {
            return "Encrypted[…]";
        }
    }

    /** An {@code error} in clear; presentations are never taken this way. */
    record PlainError(ResponsePayload payload) implements WalletMessage {}
}
