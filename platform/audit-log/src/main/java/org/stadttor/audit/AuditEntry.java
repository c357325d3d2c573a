// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;

/**
 * One stored entry of the trail.
 *
 * @param sequence counts from 1 without gaps
 * @param details canonical JSON text, as it was hashed
 * @param previousHash hexadecimal SHA-256 of the entry before, zeros for the first
 * @param hash hexadecimal SHA-256 of this entry
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String type,
        String actor,
        String subject,
        String details,
        String previousHash,
        String hash) {

    /** What stands before the first entry. */
    public static final String NOTHING_BEFORE = "0".repeat(64);

    public AuditEntry {
        Objects.requireNonNull(at);
        Objects.requireNonNull(type);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(details);
        Objects.requireNonNull(previousHash);
        Objects.requireNonNull(hash);
    }

    /** The hash this entry must have: the same form as the database function {@code audit.append} makes. */
    public String computeHash() {
        String canonical = String.join(
                "\n",
                "stadttor-audit-1",
                Long.toString(sequence),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                withLength(type),
                withLength(actor),
                withLength(subject),
                withLength(details),
                previousHash);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withLength(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length + ":" + text;
    }
}
