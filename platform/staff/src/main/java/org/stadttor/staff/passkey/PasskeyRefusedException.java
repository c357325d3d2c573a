// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Something about a passkey is refused. */
public final class PasskeyRefusedException extends RuntimeException {

    /** Why, as a stable code; each has a sentence {@code staff.passkey.refused.<code>}. */
    public enum Reason {
        /** No such challenge in this session: answered already, too old, or never asked. */
        CHALLENGE_OVER,
        /** The challenge was for something else. */
        CHALLENGE_OF_SOMETHING_ELSE,
        /** What the browser sent is not what Web Authentication asks for. */
        ANSWER_INVALID,
        /** Nobody of the staff has this passkey, or it is locked or removed. */
        PASSKEY_UNKNOWN,
        /** The passkey belongs to somebody else. */
        PASSKEY_OF_SOMEBODY_ELSE,
        /** The counter did not go up: there may be a copy of the passkey, so it is locked. */
        COUNTER_WENT_BACK,
        /** This passkey is, or was, in an account already. */
        PASSKEY_TAKEN,
        /** A name is missing or cannot be shown. */
        LABEL_INVALID,
        /** The last one cannot be removed. */
        LAST_PASSKEY,
        /** There are enough. */
        TOO_MANY_PASSKEYS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The reason with this code, from an address. */
        public static Optional<Reason> parse(String code) {
            return Stream.of(values())
                    .filter(reason -> reason.code().equals(code))
                    .findFirst();
        }
    }

    private final Reason reason;

    public PasskeyRefusedException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
