// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.stadttor.trustlist.lote.InvalidListException.Reason;

/** The outer shape of a compact JWS with the payload inside (RFC 7515, 7.1), checked before anything is decoded. */
final class CompactJws {

    /** A list of the largest size in base64, and a header. */
    private static final int MAX_LENGTH = LoteJson.MAX_SIZE / 3 * 4 + 100_000;

    private CompactJws() {}

    static String requireShape(String untrusted) {
        if (untrusted.length() > MAX_LENGTH) {
            throw new InvalidListException(Reason.TOO_LARGE, "more than " + MAX_LENGTH + " characters");
        }
        String compact = trim(untrusted);
        if (!compact.chars().allMatch(CompactJws::isJwsCharacter)) {
            throw new InvalidListException(Reason.MALFORMED_JWS, "not the compact serialisation");
        }
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3 || parts[0].isEmpty() || parts[2].isEmpty()) {
            throw new InvalidListException(Reason.MALFORMED_JWS, "not three parts");
        }
        if (parts[1].isEmpty()) {
            throw new InvalidListException(Reason.PAYLOAD_DETACHED, "no payload inside");
        }
        return compact;
    }

    static String digest(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String trim(String untrusted) {
        int start = 0;
        int end = untrusted.length();
        while (start < end && isSpace(untrusted.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(untrusted.charAt(end - 1))) {
            end--;
        }
        return untrusted.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isJwsCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }
}
