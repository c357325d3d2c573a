// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stadttor.idp.relyingparty.InvalidKeyException.Reason;

/**
 * Which public keys a relying party may sign its client assertions with: P-256 (ES256), Ed25519 (EdDSA) or RSA of 3072
 * bits and more (PS256).
 *
 * @see <a href="https://openid.net/specs/fapi-security-profile-2_0-final.html">FAPI 2.0 Security Profile, section 5.4</a>
 */
public final class ClientKeys {

    private static final int RSA_BITS = 3072;
    private static final int RSA_LIMIT = 8192;
    private static final int LIMIT = 20;
    private static final int KEY_ID_LIMIT = 255;

    private static final Set<String> PLAIN_MEMBERS =
            Set.of("kty", "crv", "x", "y", "n", "e", "kid", "alg", "use", "exp");

    private ClientKeys() {}

    /**
     * Reads a registered key set: every key must be usable, public and unlike the others.
     *
     * @throws InvalidKeyException if the set is empty, too large, or one key is not allowed
     */
    public static JWKSet requireRegistrable(String json) {
        JWKSet set = parse(json);
        List<JWK> keys = set.getKeys();
        if (keys.isEmpty() || keys.size() > LIMIT) {
            throw new InvalidKeyException(Reason.KEYS_NUMBER);
        }
        keys.forEach(ClientKeys::requireUsable);
        Set<String> ids = keys.stream().map(JWK::getKeyID).collect(Collectors.toSet());
        if (ids.size() != keys.size()) {
            throw new InvalidKeyException(Reason.KEY_ID_TWICE);
        }
        return set;
    }

    /**
     * Reads one key for registration.
     *
     * @throws InvalidKeyException if it is not allowed
     */
    public static JWK requireRegistrableKey(String json) {
        try {
            JWK key = JWK.parse(json);
            requireUsable(key);
            return key;
        } catch (ParseException e) {
            throw new InvalidKeyException(Reason.KEY_MALFORMED);
        }
    }

    /**
     * Reads a fetched key set: keys for other purposes are left out, private keys are never accepted.
     *
     * @throws InvalidKeyException if it is not a key set or holds no usable key
     */
    public static JWKSet usable(String json) {
        List<JWK> keys = parse(json).getKeys().stream()
                .limit(LIMIT)
                .filter(ClientKeys::isUsable)
                .toList();
        if (keys.isEmpty()) {
            throw new InvalidKeyException(Reason.KEYS_NUMBER);
        }
        return new JWKSet(keys);
    }

    /** Whether a key has come to its end, the member {@code exp}. */
    public static boolean isExpired(JWK key, Instant now) {
        return key.getExpirationTime() != null
                && !now.isBefore(key.getExpirationTime().toInstant());
    }

    /** The key without certificates and other ornaments. */
    public static JWK plain(JWK key) {
        Map<String, Object> members = new TreeMap<>(key.toPublicJWK().toJSONObject());
        members.keySet().retainAll(PLAIN_MEMBERS);
        try {
            return JWK.parse(members);
        } catch (ParseException e) {
            throw new InvalidKeyException(Reason.KEY_MALFORMED);
        }
    }

    private static JWKSet parse(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException e) {
            throw new InvalidKeyException(Reason.KEY_MALFORMED);
        }
    }

    private static boolean isUsable(JWK key) {
        try {
            requireUsable(key);
            return true;
        } catch (InvalidKeyException e) {
            return false;
        }
    }

    private static void requireUsable(JWK key) {
        if (key.isPrivate()) {
            throw new InvalidKeyException(Reason.KEY_PRIVATE);
        }
        if (key.getKeyUse() != null && !KeyUse.SIGNATURE.equals(key.getKeyUse())) {
            throw new InvalidKeyException(Reason.KEY_OTHER_USE);
        }
        String id = key.getKeyID();
        if (id == null || id.isBlank() || id.length() > KEY_ID_LIMIT) {
            throw new InvalidKeyException(Reason.KEY_ID_MISSING);
        }
        Collection<?> chain = key.getX509CertChain();
        if (chain != null && chain.size() > 10) {
            throw new InvalidKeyException(Reason.KEY_MALFORMED);
        }
        requireAlgorithm(key, algorithms(key));
    }

    private static Set<JWSAlgorithm> algorithms(JWK key) {
        return switch (key) {
            case ECKey ec when Curve.P_256.equals(ec.getCurve()) -> Set.of(JWSAlgorithm.ES256);
            case OctetKeyPair okp
            when Curve.Ed25519.equals(okp.getCurve()) -> Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);
            case RSAKey rsa -> requireSize(rsa);
            default -> throw new InvalidKeyException(Reason.KEY_KIND);
        };
    }

    private static Set<JWSAlgorithm> requireSize(RSAKey rsa) {
        if (rsa.size() < RSA_BITS || rsa.size() > RSA_LIMIT) {
            throw new InvalidKeyException(Reason.KEY_TOO_SHORT);
        }
        return Set.of(JWSAlgorithm.PS256);
    }

    private static void requireAlgorithm(JWK key, Set<JWSAlgorithm> allowed) {
        Algorithm named = key.getAlgorithm();
        if (named != null && allowed.stream().noneMatch(a -> a.getName().equals(named.getName()))) {
            throw new InvalidKeyException(Reason.KEY_ALGORITHM);
        }
    }
}
