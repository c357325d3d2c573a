// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.openid4vp.AuthorizationRequest;
import org.stadttor.wallet.openid4vp.RequestObjectSigner;
import org.stadttor.wallet.pid.PidQuery;

/**
 * Use case: a wallet fetches the signed request object. It may do so more than once and always gets the same nonce, state
 * and key; single use is enforced on the response.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 5.10</a>
 */
public final class RetrieveRequestObject {

    private final Presentations presentations;
    private final RequestSecretsSealing sealing;
    private final RequestObjectSigner signer;
    private final PresentationSettings settings;
    private final Clock clock;

    public RetrieveRequestObject(
            Presentations presentations,
            RequestSecretsSealing sealing,
            RequestObjectSigner signer,
            PresentationSettings settings,
            Clock clock) {
        this.presentations = presentations;
        this.sealing = sealing;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The compact JWS.
     *
     * @param requestHandle from the {@code request_uri}; untrusted
     * @param walletNonce as posted, to be echoed; null if the wallet used GET or sent none
     * @return empty if there is no such request, or none any more
     * @throws org.stadttor.wallet.openid4vp.OpenId4VpException if the wallet nonce cannot be echoed
     */
    public Optional<String> retrieve(String requestHandle, @Nullable String walletNonce) {
        return BearerValue.parse(requestHandle)
                .flatMap(handle -> presentations.open(handle.hash(), clock.instant()))
                .filter(presentation -> presentation.terms().clientId().equals(signer.clientId()))
                .map(presentation -> signer.sign(request(presentation, walletNonce)));
    }

    private AuthorizationRequest request(Presentation.Unanswered presentation, @Nullable String walletNonce) {
        Presentation.Terms terms = presentation.terms();
        RequestSecrets secrets = sealing.open(terms.id(), presentation.requestSecrets());
        return new AuthorizationRequest(
                terms.clientId(),
                secrets.nonce().value(),
                secrets.state().value(),
                settings.responseUri(secrets.responseHandle()),
                PidQuery.forAttributes(
                        terms.request().attributes(), terms.request().mandatory()),
                secrets.responseKey(),
                terms.expiresAt(),
                walletNonce);
    }
}
