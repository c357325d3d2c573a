// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Locale;

/**
 * Advice, mostly towards less data. A hint never stops a registration.
 *
 * @param field which field it is about
 */
public record DossierHint(String field, Code code) {

    /** What it says; the sentence for people is the message {@code dossier.hint.<code>}. */
    public enum Code {
        /** The whole date of birth is asked for: is an age limit all that is meant? Then do not keep the date. */
        BIRTHDATE_WHERE_AGE_MAY_DO,
        /** More than six attributes. */
        MANY_ATTRIBUTES,
        /** The attribute is asked for and cannot be left out by the citizen. */
        MANDATORY_WITHOUT_LEGAL_BASIS,
        LEGAL_BASIS_MISSING,
        RETENTION_MISSING,
        /** No account is kept, but attributes that only serve to find one again are asked for. */
        MATCHING_ATTRIBUTES_WITHOUT_ACCOUNT,
        /** An identifier that is the same everywhere: the pairwise subject is enough for an account. */
        UNIVERSAL_IDENTIFIER,
        /** Citizens of other languages see only German. */
        ENGLISH_MISSING,
        DESCRIPTION_MISSING,
        /** Only one key: the next rotation has no overlap until a second one is registered. */
        SINGLE_KEY,
        /** Nobody is told before keys expire. */
        WEBHOOK_MISSING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
