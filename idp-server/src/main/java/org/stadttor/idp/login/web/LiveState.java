// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.presentation.PresentationStatus;

/**
 * What a waiting page is told.
 *
 * @param status stable word
 * @param message the same as a sentence, in the language of the page
 * @param next where the page goes on, if it does
 * @param image a new QR code
 * @param link what the new QR code contains
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LiveState(
        String status,
        @Nullable String message,
        @Nullable String next,
        @Nullable String image,
        @Nullable String link) {

    static String key(PresentationStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static LiveState goOn(PresentationStatus status, String next) {
        return new LiveState(key(status), null, next, null, null);
    }

    static LiveState stay(PresentationStatus status, String message) {
        return new LiveState(key(status), message, null, null, null);
    }

    LiveState with(QrView code) {
        return new LiveState(status, message, next, code.image(), code.link());
    }
}
