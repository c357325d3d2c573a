// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;

/**
 * One issue of the list, as it was published.
 *
 * @param sequence its LoTESequenceNumber; belongs to these bytes and no others, for ever
 * @param contentHash what the list says and how it is signed, without number and times: equal means nothing changed
 * @param jws the signed list, compact serialisation
 */
public record Publication(long sequence, Instant issuedAt, Instant nextUpdate, String contentHash, String jws) {

    public Publication {
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(nextUpdate);
        Objects.requireNonNull(contentHash);
        Objects.requireNonNull(jws);
    }

    /** Strong entity tag: SHA-256 of the bytes. */
    public String entityTag() {
        return '"' + sha256(jws) + '"';
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Publication[" + sequence + "]";
    }
}
