// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.lote.InvalidListException;
import org.stadttor.trustlist.lote.LoteJson;

/**
 * One issue of a list, as it was published.
 *
 * @param purpose which list
 * @param sequence its LoTESequenceNumber; belongs to these bytes and no others, for ever
 * @param contentHash what the list says and how it is signed, without number and times: equal means nothing changed
 * @param jws the signed list, compact serialisation
 */
public record Publication(
        ListPurpose purpose, long sequence, Instant issuedAt, Instant nextUpdate, String contentHash, String jws) {

    public Publication {
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(nextUpdate);
        Objects.requireNonNull(contentHash);
        Objects.requireNonNull(jws);
    }

    /** Strong entity tag: SHA-256 of the bytes. */
    public String entityTag() {
        return '"' + sha256(jws) + '"';
    }

    /** Whether readers understand it completely. */
    boolean isReadable() {
        try {
            LoteJson.read(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]));
            return true;
        } catch (InvalidListException e) {
            return false;
        }
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Publication[" + purpose.listName() + "/" + sequence + "]";
    }
}
