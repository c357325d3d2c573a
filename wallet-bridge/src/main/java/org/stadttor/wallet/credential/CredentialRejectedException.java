// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.util.Locale;
import java.util.Objects;

/** A credential or its presentation was refused. Carries a stable reason and never a value of the credential. */
public final class CredentialRejectedException extends RuntimeException {

    /** Why, as a stable code for audit, metrics and support. */
    public enum Reason {
        // Serialisation and header of the credential.
        MALFORMED,
        TOO_LARGE,
        TYP_INVALID,
        ALGORITHM_NOT_ALLOWED,
        HEADER_NOT_ALLOWED,
        FORMAT_NOT_ALLOWED,
        // Issuer.
        ISSUER_CHAIN_MISSING,
        ISSUER_CHAIN_INVALID,
        ISSUER_CERTIFICATE_EXPIRED,
        ISSUER_CERTIFICATE_NOT_YET_VALID,
        ISSUER_CERTIFICATE_SELF_SIGNED,
        ISSUER_KEY_NOT_ALLOWED,
        ISSUER_UNTRUSTED,
        TRUST_LIST_UNAVAILABLE,
        SIGNATURE_INVALID,
        // Disclosures.
        DISCLOSURE_MALFORMED,
        DISCLOSURE_UNREFERENCED,
        DISCLOSURE_DUPLICATE,
        DISCLOSURE_FORBIDDEN_CLAIM,
        DISCLOSURE_RESERVED_NAME,
        DISCLOSURE_NOT_A_PROPERTY,
        DISCLOSURE_NOT_AN_ELEMENT,
        DIGEST_ALGORITHM_NOT_ALLOWED,
        DIGEST_DUPLICATE,
        DIGEST_MALFORMED,
        CLAIM_COLLISION,
        // Validity and type.
        VALIDITY_MALFORMED,
        EXPIRED,
        NOT_YET_VALID,
        AUDIENCE_MISMATCH,
        TYPE_MISSING,
        TYPE_NOT_ALLOWED,
        TYPE_NOT_ALLOWED_FOR_ISSUER,
        // Holder.
        HOLDER_KEY_MISSING,
        HOLDER_KEY_INVALID,
        KEY_BINDING_MISSING,
        KEY_BINDING_MALFORMED,
        KEY_BINDING_TYP_INVALID,
        KEY_BINDING_ALGORITHM_NOT_ALLOWED,
        KEY_BINDING_SIGNATURE_INVALID,
        KEY_BINDING_CLAIM_MISSING,
        KEY_BINDING_NONCE_MISMATCH,
        KEY_BINDING_AUDIENCE_MISMATCH,
        KEY_BINDING_TIME_INVALID,
        KEY_BINDING_DIGEST_MISMATCH,
        // Status.
        STATUS_MISSING,
        STATUS_MALFORMED,
        STATUS_UNAVAILABLE,
        STATUS_UNTRUSTED,
        STATUS_REVOKED,
        STATUS_SUSPENDED,
        STATUS_UNKNOWN,
        // The answer as a whole, and what it says.
        PRESENTATION_NOT_ASKED,
        PRESENTATION_COUNT_INVALID,
        QUERY_NOT_SATISFIED,
        CLAIM_MISSING,
        CLAIM_INVALID,
        ISSUING_COUNTRY_MISMATCH,
        CREDENTIAL_EXPIRED_ADMINISTRATIVELY;

        /** The stable snake_case code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public CredentialRejectedException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public CredentialRejectedException(Reason reason, Throwable cause) {
        super(reason.code(), cause);
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
