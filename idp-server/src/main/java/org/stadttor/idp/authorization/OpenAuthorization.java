// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RedirectUris;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.wallet.presentation.BrowserBinding;

/** Use case: a browser brings the address of a pushed request to the authorization endpoint. */
public final class OpenAuthorization {

    /** What the browser gets. */
    public sealed interface Outcome {

        /** The login begins. */
        record Login(String handle) implements Outcome {}

        /** An error response to the relying party's registered address. */
        record Redirect(URI address) implements Outcome {}

        /** A page of ours, because nothing names a trustworthy address. */
        record Refused(Reason reason) implements Outcome {}
    }

    /** Why there is no login. */
    public enum Reason {
        /** The request was not pushed. */
        PAR_REQUIRED,
        /** A request object by value or by foreign reference. */
        REQUEST_NOT_SUPPORTED,
        /** Unknown, expired, of another client, opened in another browser, or completed. */
        REQUEST_URI_INVALID,
        /** The relying party is unknown or suspended. */
        CLIENT_UNKNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final AuthorizationRequests requests;
    private final RelyingParties relyingParties;
    private final Issuer issuer;
    private final Lifetimes lifetimes;
    private final Clock clock;

    public OpenAuthorization(
            AuthorizationRequests requests,
            RelyingParties relyingParties,
            Issuer issuer,
            Lifetimes lifetimes,
            Clock clock) {
        this.requests = requests;
        this.relyingParties = relyingParties;
        this.issuer = issuer;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /** Opens the request in this browser; the same browser may do it again until the login is complete. */
    public Outcome open(String clientId, String requestUri, BrowserBinding browser) {
        Optional<RelyingParty> relyingParty = live(clientId);
        if (relyingParty.isEmpty()) {
            return new Outcome.Refused(Reason.CLIENT_UNKNOWN);
        }
        if (!requestUri.startsWith(PushAuthorizationRequest.REQUEST_URI_PREFIX)) {
            return new Outcome.Refused(Reason.REQUEST_NOT_SUPPORTED);
        }
        String handle = BrowserHolders.handle(browser, requestUri);
        AuthorizationRequests.Holder holder = BrowserHolders.holder(handle, browser);
        Instant now = clock.instant();
        Optional<AuthorizationRequests.Waiting> waiting = requests.open(
                new BearerSecret(requestUri).hash(),
                clientId,
                holder,
                now,
                now.plus(lifetimes.pendingStep()),
                now.plus(lifetimes.pendingLimit()));
        return waiting.map(AuthorizationRequests.Waiting::request)
                .filter(found -> RedirectUris.contains(relyingParty.get().redirectUris(), found.redirectUri()))
                .map(found -> outcome(found, handle, holder, now))
                .orElse(new Outcome.Refused(Reason.REQUEST_URI_INVALID));
    }

    private Outcome outcome(
            AuthorizationRequest request, String handle, AuthorizationRequests.Holder holder, Instant now) {
        if (!request.silent()) {
            return new Outcome.Login(handle);
        }
        // Every login needs the wallet, so prompt=none can never be answered with a code (Core, 3.1.2.6).
        requests.end(holder, now);
        return new Outcome.Redirect(AuthorizationResponse.error(request, "login_required", issuer));
    }

    private Optional<RelyingParty> live(String clientId) {
        try {
            return relyingParties.findLive(new ClientId(clientId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
