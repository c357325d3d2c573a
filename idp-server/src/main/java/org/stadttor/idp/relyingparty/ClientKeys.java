// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which public keys a relying party may sign its client assertions with: P-256 (ES256), Ed25519 (EdDSA) or RSA of 3072
 * bits and more (PS256).
 *
 * @see <a href="https://openid.net/specs/fapi-security-profile-2_0-final.html">FAPI 2.0 Security Profile, section 5.4</a>
 */
public final class ClientKeys {

    private static final int RSA_BITS = 3072;
    private static final int LIMIT = 20;

    private ClientKeys() {}

    /**
     * Reads a registered key set: every key must be usable, public and unlike the others.
     *
     * @throws IllegalArgumentException if the set is empty, too large, or one key is not allowed
     */
    public static JWKSet requireRegistrable(String json) {
        JWKSet set = parse(json);
        List<JWK> keys = set.getKeys();
        if (keys.isEmpty() || keys.size() > LIMIT) {
            throw new IllegalArgumentException("number of keys");
        }
        keys.forEach(ClientKeys::requireUsable);
        Set<String> ids = keys.stream().map(JWK::getKeyID).collect(Collectors.toSet());
        if (ids.size() != keys.size()) {
            throw new IllegalArgumentException("kid is not unique");
        }
        return set;
    }

    /**
     * Reads a fetched key set: keys for other purposes are left out, private keys are never accepted.
     *
     * @throws IllegalArgumentException if it is not a key set or holds no usable key
     */
    public static JWKSet usable(String json) {
        List<JWK> keys = parse(json).getKeys().stream()
                .limit(LIMIT)
                .filter(ClientKeys::isUsable)
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no usable key");
        }
        return new JWKSet(keys);
    }

    private static JWKSet parse(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a key set", e);
        }
    }

    private static boolean isUsable(JWK key) {
        try {
            requireUsable(key);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void requireUsable(JWK key) {
        if (key.isPrivate() || (key.getKeyUse() != null && !KeyUse.SIGNATURE.equals(key.getKeyUse()))) {
            throw new IllegalArgumentException("private key or other use");
        }
        if (key.getKeyID() == null || key.getKeyID().isBlank() || key.getKeyID().length() > 255) {
            throw new IllegalArgumentException("kid");
        }
        boolean allowed = switch (key) {
            case ECKey ec -> Curve.P_256.equals(ec.getCurve());
            case OctetKeyPair okp -> Curve.Ed25519.equals(okp.getCurve());
            case RSAKey rsa -> rsa.size() >= RSA_BITS;
            default -> false;
        };
        Collection<?> chain = key.getX509CertChain();
        if (!allowed || (chain != null && chain.size() > 10)) {
            throw new IllegalArgumentException("kind or size of key");
        }
    }
}
