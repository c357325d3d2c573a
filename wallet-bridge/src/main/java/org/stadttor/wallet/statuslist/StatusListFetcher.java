// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.net.URI;
import java.time.Clock;
import org.stadttor.outbound.OutboundException;
import org.stadttor.outbound.OutboundHttp;
import org.stadttor.outbound.OutboundPolicy;
import org.stadttor.outbound.OutboundRequest;
import org.stadttor.trustlist.evaluation.TrustDecision.Trusted;

/** Gets a status list token and verifies it completely for one issuer. */
public final class StatusListFetcher {

    private static final String MEDIA_TYPE = "application/statuslist+jwt";
    private static final int MOST_REDIRECTS = 3;

    private final OutboundHttp http;
    private final StatusSigners signers;
    private final Clock clock;

    public StatusListFetcher(OutboundHttp http, StatusSigners signers, Clock clock) {
        this.http = http;
        this.signers = signers;
        this.clock = clock;
    }

    /** What fetching status lists may do; address rule and proxy are to be added by whoever configures. */
    public static OutboundPolicy policy() {
        return OutboundPolicy.forPurpose("status_list")
                .withMaxBody(StatusListToken.MAX_LENGTH)
                .withMaxRedirects(MOST_REDIRECTS)
                .withContentTypes(MEDIA_TYPE);
    }

    /**
     * Fetches.
     *
     * @throws OutboundException if nothing usable came
     * @throws InvalidStatusListException if what came is not a token for this address by a signer of this issuer
     */
    StatusListToken fetch(URI uri, Trusted issuer) {
        String body = http.get(OutboundRequest.get(uri, MEDIA_TYPE)).asciiBody().strip();
        StatusListToken token = StatusListToken.verify(body, uri.toString(), clock.instant());
        requireTrusted(token, issuer);
        return token;
    }

    /** Returns only if, on the trust list of this moment, the token's signer speaks for this issuer. */
    void requireTrusted(StatusListToken token, Trusted issuer) {
        signers.requireTrusted(token.signer(), issuer);
    }
}
