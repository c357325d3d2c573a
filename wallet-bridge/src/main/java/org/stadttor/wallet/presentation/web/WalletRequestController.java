// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stadttor.wallet.openid4vp.FormBody;
import org.stadttor.wallet.openid4vp.OpenId4VpException;
import org.stadttor.wallet.openid4vp.RequestObjectSigner;
import org.stadttor.wallet.presentation.RetrieveRequestObject;

/**
 * The {@code request_uri}. By POST a {@code wallet_nonce} is echoed; {@code wallet_metadata} is never read, so it cannot
 * widen what we accept.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 5.10</a>
 */
@RestController
public final class WalletRequestController {

    private static final Logger LOG = LoggerFactory.getLogger(WalletRequestController.class);
    private static final MediaType REQUEST_OBJECT = MediaType.parseMediaType(RequestObjectSigner.MEDIA_TYPE);

    private final RetrieveRequestObject retrieveRequestObject;
    private final RequestBodies bodies;

    public WalletRequestController(RetrieveRequestObject retrieveRequestObject, RequestBodies bodies) {
        this.retrieveRequestObject = retrieveRequestObject;
        this.bodies = bodies;
    }

    @GetMapping("/wallet/request/{handle}")
    public ResponseEntity<String> get(@PathVariable String handle) {
        return answer(handle, null);
    }

    @PostMapping("/wallet/request/{handle}")
    public ResponseEntity<String> post(@PathVariable String handle, HttpServletRequest request) {
        try {
            FormBody form = bodies.optionalForm(request);
            return answer(handle, form.get("wallet_nonce").orElse(null));
        } catch (OpenId4VpException e) {
            LOG.info(
                    "A request for a request object was refused: {}", e.reason().code());
            return WalletErrors.invalidRequest(HttpStatus.BAD_REQUEST);
        }
    }

    private ResponseEntity<String> answer(String handle, @Nullable String walletNonce) {
        return retrieveRequestObject
                .retrieve(handle, walletNonce)
                .map(jws -> ResponseEntity.ok()
                        .contentType(REQUEST_OBJECT)
                        .cacheControl(CacheControl.noStore())
                        .body(jws))
                .orElseGet(() -> WalletErrors.invalidRequest(HttpStatus.NOT_FOUND));
    }
}
