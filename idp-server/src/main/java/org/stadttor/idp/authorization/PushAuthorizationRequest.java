// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.stadttor.idp.relyingparty.RelyingParty;

/**
 * Use case: an authenticated relying party pushes an authorization request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9126">RFC 9126</a>
 */
public final class PushAuthorizationRequest {

    static final String REQUEST_URI_PREFIX = "urn:ietf:params:oauth:request_uri:";

    /** The address of a pushed request. */
    public record Pushed(BearerSecret requestUri, Instant expiresAt) {}

    private final AuthorizationRequestRules rules;
    private final AuthorizationRequests requests;
    private final Lifetimes lifetimes;
    private final SecureRandom random;
    private final Clock clock;

    public PushAuthorizationRequest(
            AuthorizationRequestRules rules,
            AuthorizationRequests requests,
            Lifetimes lifetimes,
            SecureRandom random,
            Clock clock) {
        this.rules = rules;
        this.requests = requests;
        this.lifetimes = lifetimes;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Validates and stores.
     *
     * @throws InvalidAuthorizationRequestException with the reason of the first rule that is broken
     */
    public Pushed push(Map<String, List<String>> parameters, RelyingParty relyingParty) {
        AuthorizationRequest request = rules.validate(parameters, relyingParty);
        BearerSecret requestUri = BearerSecret.create(REQUEST_URI_PREFIX, random);
        Instant expiresAt = clock.instant().plus(lifetimes.pushedRequest());
        requests.push(requestUri.hash(), request, expiresAt);
        return new Pushed(requestUri, expiresAt);
    }
}
