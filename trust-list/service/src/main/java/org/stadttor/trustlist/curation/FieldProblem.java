// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import java.util.Locale;
import java.util.Objects;
import org.stadttor.trustlist.certificate.CertificateInputException;

/**
 * What is wrong with one field.
 *
 * @param messageKey of the sentence that says so
 * @param detail what the sentence names, or empty
 */
public record FieldProblem(Field field, String messageKey, String detail) {

    /** Kinds of problems that several fields can have. */
    public enum Kind {
        MISSING,
        TOO_LONG,
        INVISIBLE_CHARACTERS,
        REGISTRATION_ID_FORM,
        COUNTRY_UNKNOWN,
        REACHABLE_AT_FORM,
        WEB_ADDRESS_FORM,
        TOO_MANY_LINES,
        TYPE_FORM,
        OTHER_TYPE_FORM;

        /** Stable name for messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public FieldProblem {
        Objects.requireNonNull(field);
        Objects.requireNonNull(messageKey);
        Objects.requireNonNull(detail);
    }

    static FieldProblem of(Field field, Kind kind, String detail) {
        String key = kind == Kind.MISSING ? "missing." + field.code() : kind.code();
        return new FieldProblem(field, "curation.problem." + key, detail);
    }

    static FieldProblem of(Field field, CertificateInputException.Reason reason) {
        return new FieldProblem(field, "curation.problem.certificate." + reason.code(), "");
    }
}
