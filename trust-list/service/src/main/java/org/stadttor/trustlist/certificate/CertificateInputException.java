// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import java.util.Locale;

/** What was pasted or uploaded are not certificates we read. Nothing of it is in the message. */
public final class CertificateInputException extends RuntimeException {

    private final Reason reason;

    public CertificateInputException(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong with the input. */
    public enum Reason {
        /** Nothing but white space. */
        INPUT_EMPTY,
        /** Longer than {@link CertificateInput#MAX_LENGTH}. */
        INPUT_TOO_LONG,
        /** More than {@link CertificateInput#MAX_CERTIFICATES} certificates. */
        TOO_MANY_CERTIFICATES,
        /** A private key is in it: it must now be regarded as compromised. */
        PRIVATE_KEY_INSIDE,
        /** A PEM block of another kind, or one without an end. */
        NOT_A_CERTIFICATE,
        /** Neither PEM nor base64. */
        NOT_PEM_OR_BASE64,
        /** Base64, but what comes out is no X.509 certificate in DER, or something follows it. */
        CERTIFICATE_UNREADABLE;

        /** Stable name for messages and logs. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
