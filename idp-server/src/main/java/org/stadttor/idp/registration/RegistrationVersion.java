// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a registration; its dossier never changes.
 *
 * @param number from 1
 * @param hash SHA-256 of the dossier's JSON in hexadecimal; what a decision is bound to
 * @param author who saved it
 * @param contributors everybody whose content may be in it: none of them can approve it
 * @param submittedBy null before
 * @param decision null before
 */
public record RegistrationVersion(
        int number,
        DossierDraft dossier,
        String hash,
        VersionState state,
        String author,
        Set<String> contributors,
        Instant createdAt,
        @Nullable String submittedBy,
        @Nullable Decision decision) {

    /**
     * What came of a submission.
     *
     * @param by a staff id, or {@code system} where no second person was needed
     * @param reason of a rejection, else empty
     */
    public record Decision(boolean approved, String by, Instant at, String reason) {}

    public RegistrationVersion {
        contributors = Set.copyOf(contributors);
    }

    static RegistrationVersion draft(
            int number, DossierDraft dossier, String author, Set<String> contributors, Instant now) {
        return new RegistrationVersion(
                number, dossier, hash(dossier), VersionState.DRAFT, author, contributors, now, null, null);
    }

    static String hash(DossierDraft dossier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(dossier.toJson().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    RegistrationVersion in(VersionState next) {
        return new RegistrationVersion(
                number, dossier, hash, next, author, contributors, createdAt, submittedBy, decision);
    }

    RegistrationVersion submittedBy(String person) {
        return new RegistrationVersion(
                number, dossier, hash, VersionState.SUBMITTED, author, contributors, createdAt, person, null);
    }

    RegistrationVersion decided(Decision by) {
        VersionState next = by.approved() ? VersionState.APPROVED : VersionState.REJECTED;
        return new RegistrationVersion(number, dossier, hash, next, author, contributors, createdAt, submittedBy, by);
    }

    /** Whether this person may not decide it. */
    public boolean isBy(String person) {
        return contributors.contains(person) || author.equals(person) || person.equals(submittedBy);
    }
}
