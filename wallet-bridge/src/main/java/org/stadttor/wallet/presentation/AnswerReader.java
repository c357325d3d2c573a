// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import org.stadttor.wallet.openid4vp.ResponseDecryptor;
import org.stadttor.wallet.openid4vp.ResponsePayload;
import org.stadttor.wallet.openid4vp.WalletMessage;

/** Opens what was posted for a presentation, and finds out whether it answers it. */
public final class AnswerReader {

    private final RequestSecretsSealing sealing;
    private final ResponseDecryptor decryptor;

    public AnswerReader(RequestSecretsSealing sealing, ResponseDecryptor decryptor) {
        this.sealing = sealing;
        this.decryptor = decryptor;
    }

    /**
     * The payload, which belongs to this presentation.
     *
     * @throws org.stadttor.wallet.openid4vp.OpenId4VpException if it cannot be decrypted with the key of this request or
     *     has another {@code state}
     */
    Read read(Presentation.Unanswered presentation, WalletMessage message) {
        RequestSecrets secrets = sealing.open(presentation.id(), presentation.requestSecrets());
        ResponsePayload payload = switch (message) {
            case WalletMessage.Encrypted(String jwe) -> decryptor.decrypt(jwe, secrets.responseKey());
            case WalletMessage.PlainError(ResponsePayload error) -> error;
        };
        return new Read(
                payload.requireState(secrets.state().value()), secrets.nonce().value());
    }

    /** An answer to this request and the nonce its presentations must be bound to. */
    record Read(ResponsePayload payload, String nonce) {

        @Override
        public String toString() {
            return "Read[…]";
        }
    }
}
