// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.util.List;
import java.util.Locale;

/** A change of the tree was refused. */
public final class UnitRefusedException extends RuntimeException {

    /** Why, as a stable code; the sentence for people is the message {@code unit.refused.<code>}. */
    public enum Reason {
        /** There is no such unit, or it lies outside of the person's part of the tree. */
        NOT_FOUND,
        ALREADY_THERE,
        PARENT_MISSING,
        KIND_DOES_NOT_FIT,
        /** Somebody else changed it since it was read. */
        CHANGED_MEANWHILE,
        /** See {@link #errors()}. */
        FIELDS_INVALID;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;
    private final transient List<FieldError> errors;

    public UnitRefusedException(Reason reason) {
        this(reason, List.of());
    }

    public UnitRefusedException(Reason reason, List<FieldError> errors) {
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
