// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.relyingparty.ClientKeys;
import org.stadttor.idp.relyingparty.InvalidKeyException;
import org.stadttor.idp.relyingparty.InvalidKeyException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the keys that somebody pastes or uploads: a JSON Web Key Set, one JSON Web Key, or PEM with certificates and public
 * keys. A key without an id is named by its thumbprint.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
public final class PastedKeys {

    /** The longest text, in characters. */
    public static final int LIMIT = 64 * 1024;

    private static final int KEYS = 20;
    private static final int LONGEST_YEARS = 2;
    private static final int ED25519_BYTES = 32;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]{0,20000})-----END \\1-----");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build())
            .build();

    private final Clock clock;

    public PastedKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads.
     *
     * @return at least one key; {@code expiresAt} is empty where the text says nothing about it
     * @throws InvalidKeyException if the text is not understood, or one of its keys cannot be registered
     */
    public List<KeyDraft> read(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > LIMIT) {
            throw new InvalidKeyException(Reason.KEY_MALFORMED);
        }
        List<KeyDraft> keys = trimmed.startsWith("{") ? json(trimmed) : pem(trimmed);
        if (keys.isEmpty() || keys.size() > KEYS) {
            throw new InvalidKeyException(Reason.KEYS_NUMBER);
        }
        if (keys.stream().map(KeyDraft::jwk).distinct().count() != keys.size()) {
            throw new InvalidKeyException(Reason.KEY_ID_TWICE);
        }
        return keys;
    }

    private List<KeyDraft> json(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new InvalidKeyException(Reason.KEY_MALFORMED);
        }
        List<KeyDraft> keys = new ArrayList<>();
        if (root.has("keys")) {
            if (!root.get("keys").isArray() || root.get("keys").size() > KEYS) {
                throw new InvalidKeyException(Reason.KEYS_NUMBER);
            }
            root.get("keys").forEach(node -> keys.add(draft(parsed(node.toString()), null)));
        } else {
            keys.add(draft(parsed(text), null));
        }
        return keys;
    }

    private static JWK parsed(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException | IllegalArgumentException e) {
            throw new InvalidKeyException(Reason.KEY_MALFORMED);
        }
    }

    private List<KeyDraft> pem(String text) {
        List<KeyDraft> keys = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (blocks.group(1).contains("PRIVATE")) {
                throw new InvalidKeyException(Reason.KEY_PRIVATE);
            }
            byte[] der = decoded(blocks.group(2));
            switch (blocks.group(1)) {
                case "CERTIFICATE" -> {
                    X509Certificate certificate = certificate(der);
                    keys.add(draft(
                            jwk(certificate.getPublicKey()),
                            certificate.getNotAfter().toInstant()));
                }
                case "PUBLIC KEY" -> keys.add(draft(jwk(publicKey(der)), null));
                default -> throw new InvalidKeyException(Reason.KEY_MALFORMED);
            }
        }
        if (keys.isEmpty()) {
            throw new InvalidKeyException(Reason.KEY_MALFORMED);
        }
        return keys;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidKeyException(Reason.KEY_MALFORMED);
        }
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new InvalidKeyException(Reason.KEY_MALFORMED);
        }
    }

    private static PublicKey publicKey(byte[] der) {
        for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                // Another kind of key, then.
            }
        }
        throw new InvalidKeyException(Reason.KEY_KIND);
    }

    private static JWK jwk(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec -> new ECKey.Builder(curve(ec), ec).build();
            case RSAPublicKey rsa -> new RSAKey.Builder(rsa).build();
            case EdECPublicKey edec
            when NamedParameterSpec.ED25519.getName().equals(edec.getParams().getName()) -> {
                byte[] encoded = edec.getEncoded();
                byte[] x = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
                yield new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).build();
            }
            default -> throw new InvalidKeyException(Reason.KEY_KIND);
        };
    }

    private static Curve curve(ECPublicKey key) {
        Curve curve = Curve.forECParameterSpec(key.getParams());
        if (curve == null) {
            throw new InvalidKeyException(Reason.KEY_KIND);
        }
        return curve;
    }

    private KeyDraft draft(JWK key, @Nullable Instant certificateEnd) {
        if (key.isPrivate()) {
            throw new InvalidKeyException(Reason.KEY_PRIVATE);
        }
        Map<String, Object> members = ClientKeys.plain(key).toJSONObject();
        Instant end = key.getExpirationTime() == null
                ? certificateEnd
                : key.getExpirationTime().toInstant();
        members.remove("exp");
        if (key.getKeyID() == null) {
            members.put("kid", thumbprint(key));
        }
        String json = JSON.writeValueAsString(new TreeMap<>(members));
        ClientKeys.requireRegistrableKey(json);
        return new KeyDraft(json, end == null ? "" : lastDay(end));
    }

    private static String thumbprint(JWK key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new InvalidKeyException(Reason.KEY_MALFORMED);
        }
    }

    /** The last whole day before the end, at most two years away. */
    private String lastDay(Instant end) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(end.plusSeconds(1), ZoneOffset.UTC).minusDays(1);
        if (last.isBefore(today)) {
            throw new InvalidKeyException(Reason.KEY_EXPIRED);
        }
        LocalDate latest = today.plusYears(LONGEST_YEARS);
        return (last.isAfter(latest) ? latest : last).toString();
    }
}
