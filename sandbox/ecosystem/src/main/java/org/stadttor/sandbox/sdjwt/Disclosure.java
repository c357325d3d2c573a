// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.sdjwt;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONArrayUtils;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One disclosure: an object property ({@code [salt, name, value]}) or an array element ({@code [salt, value]}).
 *
 * @param encoded base64url, as it stands in the SD-JWT; the digest is over this text
 * @param name null for an array element
 * @param value JSON value
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901">RFC 9901, section 4.2</a>
 */
public record Disclosure(
        String encoded, @Nullable String name, @Nullable Object value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A disclosure of an object property with a new salt of 128 bits. */
    public static Disclosure property(String name, @Nullable Object value) {
        List<Object> array = new ArrayList<>(List.of(salt(), name));
        array.add(value);
        return new Disclosure(encode(array), name, value);
    }

    /** A disclosure of an array element with a new salt of 128 bits. */
    public static Disclosure element(@Nullable Object value) {
        List<Object> array = new ArrayList<>(List.of(salt()));
        array.add(value);
        return new Disclosure(encode(array), null, value);
    }

    /** A disclosure as received. */
    public static Disclosure parse(String encoded) {
        try {
            List<Object> array = JSONArrayUtils.parse(new Base64URL(encoded).decodeToString());
            return switch (array.size()) {
                case 2 -> new Disclosure(encoded, null, array.get(1));
                case 3 -> new Disclosure(encoded, (String) array.get(1), array.get(2));
                default -> throw new IllegalArgumentException("a disclosure has two or three elements");
            };
        } catch (ParseException | ClassCastException e) {
            throw new IllegalArgumentException("not a disclosure", e);
        }
    }

    /** The SHA-256 digest, base64url. */
    public String digest() {
        return digest(encoded);
    }

    /** The SHA-256 digest of ASCII text, base64url. */
    public static String digest(String ascii) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(ascii.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A digest that belongs to nothing (RFC 9901, section 4.2.5). */
    public static String decoy() {
        return digest(salt());
    }

    @Override
    public String toString() {
        return "Disclosure[" + name + "]";
    }

    private static String salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return Base64URL.encode(salt).toString();
    }

    private static String encode(List<Object> array) {
        return Base64URL.encode(JSONArrayUtils.toJSONString(array)).toString();
    }
}
