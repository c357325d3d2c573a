// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.nio.charset.StandardCharsets;
import org.stadttor.wallet.credential.Base64Url;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.statuslist.InvalidStatusListException.Reason;
import tools.jackson.databind.node.ObjectNode;

/** A status list token as compact JWS, taken apart; its payload is read as JSON only when the signature was verified. */
final class TokenParts {

    private final String jws;
    private final int end;
    private final ObjectNode header;
    private final byte[] payload;

    private TokenParts(String jws, int end, ObjectNode header, byte[] payload) {
        this.jws = jws;
        this.end = end;
        this.header = header;
        this.payload = payload;
    }

    /**
     * Takes it apart.
     *
     * @throws InvalidStatusListException {@code too_large}, {@code malformed}
     */
    static TokenParts of(String untrusted) {
        if (untrusted.length() > StatusListToken.MAX_LENGTH) {
            throw new InvalidStatusListException(Reason.TOO_LARGE);
        }
        int first = untrusted.indexOf('.');
        int second = untrusted.indexOf('.', first + 1);
        if (first < 0 || second < 0) {
            throw new InvalidStatusListException(Reason.MALFORMED);
        }
        return new TokenParts(
                untrusted,
                second,
                TokenJson.object(decode(untrusted.substring(0, first), Reason.MALFORMED)),
                decode(untrusted.substring(first + 1, second), Reason.MALFORMED));
    }

    ObjectNode header() {
        return header;
    }

    /** Returns only if the signature is by the key that the header names. */
    void requireSignature(TokenHeader by) {
        by.requireSignature(
                jws.substring(0, end).getBytes(StandardCharsets.US_ASCII),
                decode(jws.substring(end + 1), Reason.MALFORMED));
    }

    ObjectNode payload() {
        return TokenJson.object(payload);
    }

    static byte[] decode(String base64url, Reason malformed) {
        try {
            return Base64Url.decode(base64url, CredentialRejectedException.Reason.STATUS_MALFORMED);
        } catch (CredentialRejectedException e) {
            throw new InvalidStatusListException(malformed, e);
        }
    }
}
