// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stadttor.wallet.openid4vp.OpenId4VpException;
import org.stadttor.wallet.presentation.ReceiveWalletResponse;
import org.stadttor.wallet.presentation.WalletResponseReceipt;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The {@code response_uri}: 200 with nothing but a {@code redirect_uri} for what was processed, 400 for everything else,
 * never a redirect by status code.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 8.2</a>
 */
@RestController
public final class WalletResponseController {

    private static final Logger LOG = LoggerFactory.getLogger(WalletResponseController.class);

    private final ReceiveWalletResponse receiveWalletResponse;
    private final RequestBodies bodies;

    public WalletResponseController(ReceiveWalletResponse receiveWalletResponse, RequestBodies bodies) {
        this.receiveWalletResponse = receiveWalletResponse;
        this.bodies = bodies;
    }

    @PostMapping("/wallet/response/{handle}")
    public ResponseEntity<String> post(@PathVariable String handle, HttpServletRequest request) {
        WalletResponseReceipt receipt;
        try {
            receipt = receiveWalletResponse.receive(
                    handle, bodies.requiredForm(request).walletMessage());
        } catch (OpenId4VpException e) {
            receipt = new WalletResponseReceipt.Rejected(e.reason().code());
        }
        return switch (receipt) {
            case WalletResponseReceipt.Processed(URI redirectUri) -> processed(redirectUri);
            case WalletResponseReceipt.Rejected(String reasonCode) -> {
                LOG.info("A wallet response was refused: {}", reasonCode);
                yield WalletErrors.invalidRequest(HttpStatus.BAD_REQUEST);
            }
        };
    }

    private static ResponseEntity<String> processed(URI redirectUri) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(JsonNodeFactory.instance
                        .objectNode()
                        .put("redirect_uri", redirectUri.toString())
                        .toString());
    }
}
