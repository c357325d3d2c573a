// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadttor.sandbox.wallet.RequestRefusedException.Reason;

/**
 * How the verifier wants its answer encrypted.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0.html">OpenID4VP 1.0, section 11.1</a>
 */
record ClientMetadata(ECKey encryptionKey, List<EncryptionMethod> encryptionMethods) {

    private static final List<EncryptionMethod> SUPPORTED = List.of(EncryptionMethod.A256GCM, EncryptionMethod.A128GCM);

    @SuppressWarnings("unchecked")
    static ClientMetadata parse(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> metadata)
                || !(metadata.get("jwks") instanceof Map<?, ?> keys)
                || !(metadata.get("vp_formats_supported") instanceof Map<?, ?> formats)
                || !formats.containsKey("dc+sd-jwt")) {
            throw new RequestRefusedException(Reason.CLIENT_METADATA);
        }
        Object offered = metadata.get("encrypted_response_enc_values_supported");
        List<?> names = offered instanceof List<?> list ? list : List.of("A128GCM");
        List<EncryptionMethod> methods = SUPPORTED.stream()
                .filter(method -> names.contains(method.getName()))
                .toList();
        if (methods.isEmpty()) {
            throw new RequestRefusedException(Reason.ENCRYPTION_KEY);
        }
        try {
            return new ClientMetadata(key(JWKSet.parse((Map<String, Object>) keys)), methods);
        } catch (ParseException e) {
            throw new RequestRefusedException(Reason.ENCRYPTION_KEY, e);
        }
    }

    private static ECKey key(JWKSet keys) {
        for (JWK key : keys.getKeys()) {
            if (key instanceof ECKey ec
                    && Curve.P_256.equals(ec.getCurve())
                    && key.getKeyID() != null
                    && key.getAlgorithm() != null
                    && "ECDH-ES".equals(key.getAlgorithm().getName())
                    && (key.getKeyUse() == null || KeyUse.ENCRYPTION.equals(key.getKeyUse()))) {
                return ec;
            }
        }
        throw new RequestRefusedException(Reason.ENCRYPTION_KEY);
    }
}
