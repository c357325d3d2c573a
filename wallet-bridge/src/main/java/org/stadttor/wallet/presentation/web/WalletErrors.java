// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.web;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The one error wallets get. Why stays inside. */
final class WalletErrors {

    private static final String INVALID_REQUEST = "{\"error\":\"invalid_request\"}";

    private WalletErrors() {}

    static ResponseEntity<String> invalidRequest(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(INVALID_REQUEST);
    }
}
