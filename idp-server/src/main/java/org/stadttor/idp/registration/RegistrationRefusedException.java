// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.List;
import java.util.Locale;
import org.stadttor.idp.organisation.FieldError;

/** An act on a registration was refused; nothing was changed. */
public final class RegistrationRefusedException extends RuntimeException {

    /** Why, as a stable code; the sentence for people is the message {@code registration.refused.<code>}. */
    public enum Reason {
        /** There is no such registration, version or unit, or it lies outside of the person's part of the tree. */
        NOT_FOUND,
        /** Not a JSON object of the documented form, or too large. */
        DOSSIER_MALFORMED,
        /** See {@link #errors()}. */
        FIELDS_INVALID,
        /** Somebody else changed it since it was read. */
        CHANGED_MEANWHILE,
        /** The registration or the version is not in a state in which this can be done. */
        NOT_IN_THIS_STATE,
        /** Retired registrations stay as they are. */
        RETIRED,
        SUSPENDED,
        /** Whoever wrote or submitted it cannot decide it. */
        SECOND_PERSON_NEEDED,
        /** What was decided is not what is there. */
        HASH_MISMATCH,
        /** See {@link #errors()}: hosts whose control has not been proved. */
        DOMAIN_NOT_PROVED,
        REASON_MISSING,
        CLIENT_ID_TAKEN,
        /** All are kept and read together, so nobody may write them without end. */
        TOO_MANY_VERSIONS,
        /** This installation has no sandbox stage. */
        STAGE_NOT_OFFERED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;
    private final transient List<FieldError> errors;

    public RegistrationRefusedException(Reason reason) {
        this(reason, List.of());
    }

    public RegistrationRefusedException(Reason reason, List<FieldError> errors) {
        super(reason.code());
        this.reason = reason;
        this.errors = List.copyOf(errors);
    }

    public Reason reason() {
        return reason;
    }

    /** Every field that is wrong. */
    public List<FieldError> errors() {
        return errors;
    }
}
