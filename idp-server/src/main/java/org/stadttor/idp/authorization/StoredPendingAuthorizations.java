// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stadttor.wallet.presentation.BrowserBinding;

/** {@link PendingAuthorizations} over the stored requests. */
public final class StoredPendingAuthorizations implements PendingAuthorizations {

    private final AuthorizationRequests requests;
    private final Lifetimes lifetimes;
    private final Clock clock;

    public StoredPendingAuthorizations(AuthorizationRequests requests, Lifetimes lifetimes, Clock clock) {
        this.requests = requests;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    @Override
    public Optional<PendingAuthorization> find(String handle, BrowserBinding browser) {
        return requests.find(BrowserHolders.holder(handle, browser), clock.instant())
                .map(waiting -> pending(handle, waiting));
    }

    @Override
    public Optional<PendingAuthorization> extend(String handle, BrowserBinding browser) {
        Instant now = clock.instant();
        return requests.extend(BrowserHolders.holder(handle, browser), now, now.plus(lifetimes.pendingStep()))
                .map(waiting -> pending(handle, waiting));
    }

    private static PendingAuthorization pending(String handle, AuthorizationRequests.Waiting waiting) {
        AuthorizationRequest request = waiting.request();
        return new PendingAuthorization(
                handle,
                request.clientId(),
                request.attributes(),
                request.uiLocales(),
                waiting.expiresAt(),
                waiting.latestExpiry());
    }
}
