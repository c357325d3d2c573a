// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.citizen.Citizen;
import org.stadttor.idp.relyingparty.RedirectUris;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.wallet.presentation.BrowserBinding;

/** Completes a pending authorization with a code or an error: one atomic statement decides who does. */
public final class IssueCode implements CompleteAuthorization {

    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{3,60}");

    /** The stores of one transaction, and who hears of it. */
    public record Stores(
            AuthorizationRequests requests,
            Grants grants,
            RelyingParties relyingParties,
            AuditLog audit,
            LoginEvents events,
            TransactionOperations transactions) {}

    private record Ended(AuthorizationRequests.Waiting waiting, RelyingParty relyingParty) {

        AuthorizationRequest request() {
            return waiting.request();
        }
    }

    private final Stores stores;
    private final ReleasedClaims claims;
    private final Issuer issuer;
    private final Lifetimes lifetimes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public IssueCode(Stores stores, ReleasedClaims claims, Issuer issuer, Lifetimes lifetimes, Clock clock) {
        this.stores = stores;
        this.claims = claims;
        this.issuer = issuer;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    @Override
    public URI succeed(String handle, BrowserBinding browser, Citizen citizen) {
        return required(stores.transactions().execute(status -> {
            Ended ended = end(handle, browser);
            AuthorizationRequest request = ended.request();
            if (request.expectedSubject() != null && !request.expectedSubject().equals(citizen.subject())) {
                return refuse(request, "login_required");
            }
            BearerSecret code = BearerSecret.create("", random);
            Grant grant = grant(ended, citizen, code);
            stores.grants().issue(grant, code.hash());
            audit("authorization.granted", request, Map.of("grant", grant.id().toString()));
            return AuthorizationResponse.code(request, code, issuer);
        }));
    }

    @Override
    public URI fail(String handle, BrowserBinding browser, String errorCode) {
        if (!ERROR_CODE.matcher(errorCode).matches()) {
            throw new IllegalArgumentException("not an error code");
        }
        return required(stores.transactions()
                .execute(status -> refuse(end(handle, browser).request(), errorCode)));
    }

    /**
     * The registration of now counts, not that of the push: a suspended party gets nothing, not even an error, nobody is
     * sent to an address that is not registered any more, and a reduced party gets less.
     */
    private Ended end(String handle, BrowserBinding browser) {
        AuthorizationRequests.Waiting waiting = stores.requests()
                .end(BrowserHolders.holder(handle, browser), clock.instant())
                .orElseThrow(PendingAuthorizationGoneException::new);
        AuthorizationRequest request = waiting.request();
        return stores.relyingParties()
                .findLive(request.clientId())
                .filter(party -> RedirectUris.contains(party.redirectUris(), request.redirectUri()))
                .map(party -> new Ended(waiting, party))
                .orElseThrow(PendingAuthorizationGoneException::new);
    }

    private URI refuse(AuthorizationRequest request, String errorCode) {
        audit("authorization.refused", request, Map.of("error", errorCode));
        stores.events().happened(new LoginEvent.Ended(request.clientId(), errorCode));
        return AuthorizationResponse.error(request, errorCode, issuer);
    }

    private Grant grant(Ended ended, Citizen citizen, BearerSecret code) {
        AuthorizationRequest request = ended.request();
        RelyingParty relyingParty = ended.relyingParty();
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Set<Scope> scopes = Scope.granted(request.scopes(), relyingParty);
        byte[] released = claims.of(citizen.person(), Scope.released(scopes, relyingParty));
        return new Grant(
                id,
                Grant.State.ISSUED,
                request.clientId(),
                request.redirectUri(),
                scopes,
                request.codeChallenge(),
                request.nonce(),
                citizen.subject(),
                citizen.authenticatedAt(),
                citizen.person().issuer().anchorSha256(),
                ended.waiting().openedAt(),
                claims.sealForCode(code.value().getBytes(StandardCharsets.UTF_8), id, released),
                now.plus(lifetimes.code()));
    }

    private void audit(String type, AuthorizationRequest request, Map<String, String> details) {
        stores.audit().append(new AuditEvent(type, "citizen", request.clientId().value(), details));
    }

    private static URI required(@Nullable URI address) {
        if (address == null) {
            throw new IllegalStateException("no response");
        }
        return address;
    }
}
