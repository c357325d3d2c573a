// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import java.util.Locale;

/**
 * Something about a certificate a curator should know before it is listed.
 *
 * @param detail what the sentence names: a date, a size, an identifier; never empty text that matters
 */
public record LintFinding(Code code, String detail) {

    /** How much it matters. */
    public enum Severity {
        /** Listed like this it would not be trusted, or the list would be wrong. */
        ERROR,
        /** It works, but somebody has to have a reason. */
        WARNING,
        /** Good to know. */
        NOTE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was found. */
    public enum Code {
        EXPIRED(Severity.ERROR),
        NOT_YET_VALID(Severity.ERROR),
        EXPIRES_SOON(Severity.WARNING),
        VALIDITY_TOO_LONG(Severity.WARNING),
        UNKNOWN_CRITICAL_EXTENSION(Severity.ERROR),
        EXTENSION_UNREADABLE(Severity.ERROR),
        KEY_TOO_WEAK(Severity.ERROR),
        KEY_SHORT(Severity.WARNING),
        SIGNATURE_ALGORITHM_OUTDATED(Severity.WARNING),
        KEY_USAGE_CONTRADICTS_ROLE(Severity.ERROR),
        CERT_SIGN_WITHOUT_CA(Severity.WARNING),
        KEY_USAGE_MISSING(Severity.WARNING),
        LEAF_SELF_SIGNED(Severity.WARNING),
        CA_NEEDED(Severity.ERROR),
        PATH_LENGTH_UNLIMITED(Severity.NOTE),
        CONTACT_MISSING(Severity.NOTE),
        REVOCATION_POINTER_MISSING(Severity.NOTE),
        ORGANIZATION_IDENTIFIER_MISSING(Severity.WARNING),
        ORGANIZATION_IDENTIFIER_MISMATCH(Severity.WARNING),
        COUNTRY_MISMATCH(Severity.WARNING),
        ACCESS_POLICY_MISSING(Severity.WARNING);

        private final Severity severity;

        Code(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }

        /** Stable name; the key of the sentence for people. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Severity severity() {
        return code.severity();
    }
}
