// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The key itself: {@code stk_}, 256 random bits and a checksum, in hexadecimal. The prefix lets scanners find a key that
 * got into a repository; the checksum tells a mistyped key without asking the database. Only its hash is stored: with 256
 * random bits nothing slower than SHA-256 is needed.
 */
public final class ApiKeySecret {

    /** How every key begins. */
    public static final String PREFIX = "stk_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{72}");
    private static final int CHECKSUM = 8;

    private final String text;

    private ApiKeySecret(String text) {
        this.text = text;
    }

    /** A new one. */
    public static ApiKeySecret random(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String body = PREFIX + HexFormat.of().formatHex(bytes);
        return new ApiKeySecret(body + checksum(body));
    }

    /** What somebody sent, if it has the form of a key. */
    public static Optional<ApiKeySecret> parse(String untrusted) {
        if (!FORM.matcher(untrusted).matches()) {
            return Optional.empty();
        }
        int end = untrusted.length() - CHECKSUM;
        return untrusted.substring(end).equals(checksum(untrusted.substring(0, end)))
                ? Optional.of(new ApiKeySecret(untrusted))
                : Optional.empty();
    }

    /** What is stored of it. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For the one page that shows it. */
    public String text() {
        return text;
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    @Override
    public String toString() {
        return "ApiKeySecret";
    }
}
