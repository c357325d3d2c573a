// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.util.Locale;
import java.util.Objects;

/** A credential or its presentation was refused. Carries a stable reason and never a value of the credential. */
public final class CredentialRejectedException extends RuntimeException {

    /** Why, as a stable code for audit, metrics and support. */
    public enum Reason {
        MALFORMED,
        TOO_LARGE,
        TYP_INVALID,
        ALGORITHM_NOT_ALLOWED,
        ISSUER_CHAIN_MISSING,
        ISSUER_CHAIN_INVALID,
        ISSUER_UNTRUSTED,
        TRUST_LIST_UNAVAILABLE,
        SIGNATURE_INVALID,
        DISCLOSURE_MALFORMED,
        DISCLOSURE_UNREFERENCED,
        DISCLOSURE_DUPLICATE,
        DISCLOSURE_FORBIDDEN_CLAIM,
        DIGEST_ALGORITHM_NOT_ALLOWED,
        DIGEST_DUPLICATE,
        CLAIM_COLLISION,
        EXPIRED,
        NOT_YET_VALID,
        TYPE_NOT_ALLOWED,
        HOLDER_KEY_MISSING,
        KEY_BINDING_MISSING,
        KEY_BINDING_TYP_INVALID,
        KEY_BINDING_SIGNATURE_INVALID,
        KEY_BINDING_NONCE_MISMATCH,
        KEY_BINDING_AUDIENCE_MISMATCH,
        KEY_BINDING_TIME_INVALID,
        KEY_BINDING_DIGEST_MISMATCH,
        KEY_BINDING_MALFORMED,
        STATUS_MISSING,
        STATUS_MALFORMED,
        STATUS_UNAVAILABLE,
        STATUS_UNTRUSTED,
        STATUS_REVOKED,
        STATUS_SUSPENDED,
        STATUS_UNKNOWN,
        QUERY_NOT_SATISFIED,
        CLAIM_MISSING,
        CLAIM_INVALID,
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
