// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

/** Somebody tried to decide on what they proposed themselves. */
public final class SamePersonException extends RuntimeException {

    /** The stable code of this refusal. */
    public static final String CODE = "same_person";

    public SamePersonException() {
        super(CODE);
    }
}
