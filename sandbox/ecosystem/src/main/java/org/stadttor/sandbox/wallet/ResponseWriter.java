// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stadttor.sandbox.wallet.RequestRefusedException.Reason;

/**
 * Writes the form that is posted to the verifier, well or with one thing wrong.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0.html">OpenID4VP 1.0, sections 8.1 to
 *     8.3</a>
 */
final class ResponseWriter {

    private ResponseWriter() {}

    /** An answer; {@code presentations} are by query. */
    static Map<String, String> answer(
            PresentationRequest request,
            Map<String, String> presentations,
            Optional<EncryptionMethod> method,
            Misbehaviour misbehaviour) {
        Map<String, Object> token = new LinkedHashMap<>();
        presentations.forEach((id, presentation) -> token.put(
                misbehaviour == Misbehaviour.UNKNOWN_QUERY_ID ? id + "_unknown" : id,
                value(presentation, misbehaviour)));
        Map<String, Object> response = new LinkedHashMap<>();
        if (misbehaviour != Misbehaviour.EMPTY_ANSWER) {
            response.put("vp_token", token);
        }
        putState(response, request, misbehaviour);
        if (misbehaviour == Misbehaviour.UNENCRYPTED) {
            response.put("vp_token", JSONObjectUtils.toJSONString(token));
            return plain(response);
        }
        return Map.of("response", encrypted(request, response, method, misbehaviour));
    }

    /** The person says no, or nothing fits: both look the same (OpenID4VP 1.0, section 8.5). */
    static Map<String, String> refusal(PresentationRequest request, boolean encrypt) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("error", "access_denied");
        putState(response, request, Misbehaviour.NONE);
        return encrypt
                ? Map.of("response", encrypted(request, response, Optional.empty(), Misbehaviour.NONE))
                : plain(response);
    }

    private static Object value(String presentation, Misbehaviour misbehaviour) {
        return switch (misbehaviour) {
            case STRING_INSTEAD_OF_ARRAY -> presentation;
            case TWO_PRESENTATIONS -> List.of(presentation, presentation);
            default -> List.of(presentation);
        };
    }

    private static void putState(Map<String, Object> response, PresentationRequest request, Misbehaviour misbehaviour) {
        String state = misbehaviour == Misbehaviour.WRONG_STATE ? "bm90LXRoZS1zdGF0ZQ" : request.state();
        if (state != null) {
            response.put("state", state);
        }
    }

    private static Map<String, String> plain(Map<String, Object> response) {
        Map<String, String> form = new LinkedHashMap<>();
        response.forEach((name, value) -> form.put(name, value.toString()));
        return form;
    }

    private static String encrypted(
            PresentationRequest request,
            Map<String, Object> response,
            Optional<EncryptionMethod> wanted,
            Misbehaviour misbehaviour) {
        EncryptionMethod method = misbehaviour == Misbehaviour.ENCRYPTION_METHOD_NOT_OFFERED
                ? EncryptionMethod.A192GCM
                : wanted.orElse(request.encryptionMethods().getFirst());
        String keyId = misbehaviour == Misbehaviour.UNKNOWN_ENCRYPTION_KEY_ID
                ? "unknown"
                : request.encryptionKey().getKeyID();
        ECKey key = misbehaviour == Misbehaviour.WRONG_ENCRYPTION_KEY ? HolderKeys.create() : request.encryptionKey();
        JWEHeader header =
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, method).keyID(keyId).build();
        try {
            JWEObject jwe = new JWEObject(header, new Payload(response));
            jwe.encrypt(new ECDHEncrypter(key.toPublicJWK()));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new RequestRefusedException(Reason.ENCRYPTION_KEY, e);
        }
    }
}
