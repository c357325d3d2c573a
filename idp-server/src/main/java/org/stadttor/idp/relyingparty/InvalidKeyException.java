// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.util.Locale;

/** A key cannot be registered. */
public final class InvalidKeyException extends IllegalArgumentException {

    /** Why, as a stable code; the sentence for people is the message {@code field.error.<code>}. */
    public enum Reason {
        KEY_MALFORMED,
        /** A private key must never leave its owner; this one is spent. */
        KEY_PRIVATE,
        KEY_OTHER_USE,
        KEY_ID_MISSING,
        KEY_ID_TWICE,
        /** Neither P-256, Ed25519 nor RSA. */
        KEY_KIND,
        KEY_TOO_SHORT,
        /** Its certificate has expired. */
        KEY_EXPIRED,
        /** The algorithm that it names is not that of its kind: ES256, EdDSA, PS256. */
        KEY_ALGORITHM,
        KEYS_NUMBER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public InvalidKeyException(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
