// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.authorization.PushAuthorizationRequest;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;

/** Use case: begins a login for an agency that wants to see its own, by the rules every relying party is held to. */
public final class StartTrial {

    /**
     * A trial under way.
     *
     * @param browser where the browser is sent
     */
    public record Started(Trial trial, URI browser) {}

    private final RelyingParties relyingParties;
    private final PushAuthorizationRequest push;
    private final Issuer issuer;
    private final SecureRandom random;

    public StartTrial(
            RelyingParties relyingParties, PushAuthorizationRequest push, Issuer issuer, SecureRandom random) {
        this.relyingParties = relyingParties;
        this.push = push;
        this.issuer = issuer;
        this.random = random;
    }

    /** Begins; empty if the relying party is not live. */
    public Optional<Started> start(ClientId clientId) {
        return relyingParties.findLive(TrialParties.twin(clientId)).map(twin -> begin(clientId, twin));
    }

    private Started begin(ClientId clientId, RelyingParty twin) {
        Trial trial = new Trial(clientId, random(), random(), random());
        Map<String, List<String>> parameters = new HashMap<>();
        Map.of(
                        "response_type", "code",
                        "redirect_uri", twin.redirectUris().getFirst().toString(),
                        "scope", "openid profile address identity",
                        "state", trial.state(),
                        "nonce", trial.nonce(),
                        "code_challenge", challenge(trial.codeVerifier()),
                        "code_challenge_method", "S256")
                .forEach((name, value) -> parameters.put(name, List.of(value)));
        String requestUri = push.push(parameters, twin).requestUri().value();
        return new Started(
                trial,
                URI.create(issuer + "/oauth2/authorize?client_id="
                        + encoded(twin.clientId().value()) + "&request_uri=" + encoded(requestUri)));
    }

    private String random() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
