// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.net.URI;
import java.time.Duration;

/**
 * Addresses and durations of presentations.
 *
 * @param baseAddress public address of the server, without a trailing slash; wallets reach {@code /wallet/…} below it
 * @param returnAddress where a wallet on the same device redirects to; {@code response_code} is added as a query
 * @param doneAddress where a wallet on another device redirects to
 * @param answerWithin life of an unanswered presentation, and of the request object
 * @param collectWithin how long the browser may take after the answer
 * @param handleOverlap how long a rotated request handle stays valid
 */
public record PresentationSettings(
        URI baseAddress,
        URI returnAddress,
        URI doneAddress,
        Duration answerWithin,
        Duration collectWithin,
        Duration handleOverlap) {

    public PresentationSettings {
        if (baseAddress.toString().endsWith("/") || baseAddress.getRawQuery() != null) {
            throw new IllegalArgumentException("the base address has no trailing slash and no query");
        }
        requirePositive(answerWithin);
        requirePositive(collectWithin);
        requirePositive(handleOverlap);
    }

    private static void requirePositive(Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("durations are positive");
        }
    }

    URI requestUri(BearerValue handle) {
        return URI.create(baseAddress + "/wallet/request/" + handle.value());
    }

    URI responseUri(BearerValue handle) {
        return URI.create(baseAddress + "/wallet/response/" + handle.value());
    }

    URI returnAddress(BearerValue responseCode) {
        String separator = returnAddress.getRawQuery() == null ? "?" : "&";
        return URI.create(returnAddress + separator + "response_code=" + responseCode.value());
    }
}
