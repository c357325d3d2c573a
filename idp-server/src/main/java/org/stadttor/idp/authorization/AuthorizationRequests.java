// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.relyingparty.ClientId;

/** Authorization requests from the push to the end; each step is one statement. */
public interface AuthorizationRequests {

    /**
     * What names a request once a browser has opened it.
     *
     * @param handleHash hash of the handle in the addresses of the login pages
     * @param browserHash hash of the browser's secret
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Holder(byte[] handleHash, byte[] browserHash) {}

    /**
     * A request that waits for its citizen.
     *
     * @param openedAt null if a node of an earlier release opened it
     */
    record Waiting(AuthorizationRequest request, @Nullable Instant openedAt, Instant expiresAt, Instant latestExpiry) {}

    /** Stores a pushed request. */
    void push(byte[] requestUriHash, AuthorizationRequest request, Instant expiresAt);

    /**
     * A browser opens it: the first one gets it, the same one gets it again, another one gets nothing.
     *
     * @param expiresAt for the first opening only
     * @param latestExpiry for the first opening only
     */
    Optional<Waiting> open(
            byte[] requestUriHash,
            String clientId,
            Holder holder,
            Instant now,
            Instant expiresAt,
            Instant latestExpiry);

    Optional<Waiting> find(Holder holder, Instant now);

    /** Moves the end, but not beyond the latest expiry. */
    Optional<Waiting> extend(Holder holder, Instant now, Instant expiresAt);

    /** Ends it: exactly one caller gets it. */
    Optional<Waiting> end(Holder holder, Instant now);

    /** Ends all of a relying party, opened or not. */
    int endAll(ClientId clientId);

    /** Deletes what has expired. */
    int purge(Instant now);
}
