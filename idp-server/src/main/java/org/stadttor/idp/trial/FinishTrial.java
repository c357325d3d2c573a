// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.authorization.InvalidGrantException;
import org.stadttor.idp.authorization.IssuedTokens;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.authorization.ReadUserInfo;
import org.stadttor.idp.authorization.RedeemCode;
import org.stadttor.idp.authorization.SigningKeys;
import org.stadttor.idp.relyingparty.ClientId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Use case: does with the answer of a trial what software of an agency must do: compare {@code state} and {@code iss},
 * redeem the code, verify the ID token, read UserInfo.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core 1.0,
 *     3.1.3.7</a>
 */
public final class FinishTrial {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The parameters that came back, each null if it did not. */
    public record Answer(
            @Nullable String state,
            @Nullable String iss,
            @Nullable String code,
            @Nullable String error) {

        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    private final RedeemCode redeem;
    private final ReadUserInfo userInfo;
    private final SigningKeys keys;
    private final Issuer issuer;

    public FinishTrial(RedeemCode redeem, ReadUserInfo userInfo, SigningKeys keys, Issuer issuer) {
        this.redeem = redeem;
        this.userInfo = userInfo;
        this.keys = keys;
        this.issuer = issuer;
    }

    /**
     * Finishes.
     *
     * @param callback the redirect URI of the trial
     */
    public TrialOutcome finish(Trial trial, Answer answer, String callback) {
        if (answer.state() == null
                || !isEqual(trial.state(), answer.state())
                || !issuer.toString().equals(answer.iss())) {
            return new TrialOutcome.NotOurs();
        }
        if (answer.code() == null) {
            return new TrialOutcome.Refused(Objects.requireNonNullElse(answer.error(), "invalid_request"));
        }
        ClientId twin = TrialParties.twin(trial.clientId());
        try {
            IssuedTokens tokens =
                    redeem.redeem(new RedeemCode.Command(twin, answer.code(), callback, trial.codeVerifier()));
            return new TrialOutcome.Succeeded(idToken(tokens, trial, twin), claims(tokens));
        } catch (InvalidGrantException e) {
            return new TrialOutcome.NotRedeemed(e.reason().code());
        }
    }

    private Map<String, Object> idToken(IssuedTokens tokens, Trial trial, ClientId twin) {
        try {
            SignedJWT jwt = SignedJWT.parse(tokens.idToken().value());
            JWK key = keys.published().getKeyByKeyId(jwt.getHeader().getKeyID());
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (key == null
                    || !jwt.verify(new ECDSAVerifier(key.toECKey()))
                    || !issuer.toString().equals(claims.getIssuer())
                    || !claims.getAudience().contains(twin.value())
                    || !trial.nonce().equals(claims.getStringClaim("nonce"))) {
                throw new IllegalStateException("our own ID token does not pass");
            }
            return new TreeMap<>(claims.toJSONObject());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("our own ID token cannot be read", e);
        }
    }

    private Map<String, Object> claims(IssuedTokens tokens) {
        byte[] json = userInfo.read(tokens.accessToken().value())
                .orElseThrow(() -> new IllegalStateException("our own access token does not serve"));
        return new TreeMap<>(JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
    }

    private static boolean isEqual(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
