// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.openid4vp.OpenId4VpException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decrypts the one {@code response} parameter of {@code direct_post.jwt}: a compact JWE under ECDH-ES on P-256. The header
 * is checked member by member against the request before any key is used; {@code apu} and {@code apv} go into the key
 * derivation if they are there. Encryption proves nothing about the sender.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 8.3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-4.6">RFC 7518, section 4.6</a>
 */
public final class ResponseDecryptor {

    private static final int MAX_HEADER = 4 * 1024;
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]*");

    private final int maxLength;

    /**
     * Sets the limit.
     *
     * @param maxLength of the compact serialisation, in characters
     */
    public ResponseDecryptor(int maxLength) {
        this.maxLength = maxLength;
    }

    /**
     * Decrypts and parses a response.
     *
     * @throws OpenId4VpException with one of the {@code JWE_} or payload reasons
     */
    public ResponsePayload decrypt(String jwe, ResponseKey key) {
        String[] parts = requireFiveParts(jwe);
        ObjectNode header = requireHeader(parts[0]);
        requireText(header, "alg", "ECDH-ES", Reason.JWE_ALGORITHM_NOT_ALLOWED);
        requireEncryption(header);
        requireText(header, "kid", key.kid(), Reason.JWE_KEY_UNKNOWN);
        requireAbsent(header, "zip", Reason.JWE_COMPRESSED);
        requireAbsent(header, "crit", Reason.JWE_CRITICAL_HEADER);
        requireP256(header.get("epk"));
        return ResponsePayload.parse(open(parts, key));
    }

    private String[] requireFiveParts(String jwe) {
        if (jwe.length() > maxLength) {
            throw new OpenId4VpException(Reason.JWE_TOO_LARGE);
        }
        String[] parts = jwe.split("\\.", 6);
        if (parts.length != 5 || parts[0].isEmpty() || parts[0].length() > MAX_HEADER) {
            throw new OpenId4VpException(Reason.JWE_MALFORMED);
        }
        // Direct key agreement: there is no encrypted key (RFC 7516, section 5.2, step 10).
        if (!parts[1].isEmpty() || parts[2].isEmpty() || parts[3].isEmpty() || parts[4].isEmpty()) {
            throw new OpenId4VpException(Reason.JWE_MALFORMED);
        }
        for (String part : parts) {
            if (!BASE64URL.matcher(part).matches()) {
                throw new OpenId4VpException(Reason.JWE_MALFORMED);
            }
        }
        return parts;
    }

    private static ObjectNode requireHeader(String encoded) {
        try {
            return JsonObjects.parse(Base64.getUrlDecoder().decode(encoded))
                    .orElseThrow(() -> new OpenId4VpException(Reason.JWE_MALFORMED));
        } catch (IllegalArgumentException e) {
            throw new OpenId4VpException(Reason.JWE_MALFORMED, e);
        }
    }

    private static void requireText(ObjectNode header, String member, String expected, Reason otherwise) {
        JsonNode value = header.get(member);
        if (value == null || !value.isString() || !value.stringValue().equals(expected)) {
            throw new OpenId4VpException(otherwise);
        }
    }

    private static void requireEncryption(ObjectNode header) {
        JsonNode enc = header.get("enc");
        if (enc == null
                || !enc.isString()
                || ResponseEncryption.of(enc.stringValue()).isEmpty()) {
            throw new OpenId4VpException(Reason.JWE_ENCRYPTION_NOT_ALLOWED);
        }
    }

    private static void requireAbsent(ObjectNode header, String member, Reason otherwise) {
        if (header.has(member)) {
            throw new OpenId4VpException(otherwise);
        }
    }

    private static void requireP256(@Nullable JsonNode epk) {
        if (!(epk instanceof ObjectNode jwk) || jwk.has("d")) {
            throw new OpenId4VpException(Reason.JWE_EPHEMERAL_KEY_INVALID);
        }
        try {
            // Refuses points that are not on the curve they name.
            if (!Curve.P_256.equals(ECKey.parse(jwk.toString()).getCurve())) {
                throw new OpenId4VpException(Reason.JWE_EPHEMERAL_KEY_INVALID);
            }
        } catch (ParseException | IllegalArgumentException e) {
            throw new OpenId4VpException(Reason.JWE_EPHEMERAL_KEY_INVALID, e);
        }
    }

    private static byte[] open(String[] parts, ResponseKey key) {
        try {
            Base64URL encodedHeader = new Base64URL(parts[0]);
            ECDHDecrypter decrypter = new ECDHDecrypter(key.privateKey());
            decrypter.getJCAContext().setKeyEncryptionProvider(ResponseKey.BOUNCY_CASTLE);
            return decrypter.decrypt(
                    JWEHeader.parse(encodedHeader),
                    null,
                    new Base64URL(parts[2]),
                    new Base64URL(parts[3]),
                    new Base64URL(parts[4]),
                    parts[0].getBytes(StandardCharsets.US_ASCII));
        } catch (ParseException e) {
            throw new OpenId4VpException(Reason.JWE_MALFORMED, e);
        } catch (JOSEException | RuntimeException e) {
            throw new OpenId4VpException(Reason.JWE_NOT_DECRYPTED, e);
        }
    }
}
