// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import java.security.cert.X509Certificate;
import java.util.Locale;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.trustlist.lote.TrustedService;

/** The answer to: does this certificate chain belong to that kind of service on this list? */
public sealed interface TrustDecision {

    /**
     * The chain ends at a listed certificate of the asked service type.
     *
     * @param anchor the listed certificate: a CA above the leaf, or the leaf itself
     */
    record Trusted(TrustedEntity entity, TrustedService service, X509Certificate anchor) implements TrustDecision {}

    /** It does not, or it could not be shown. */
    record Untrusted(Reason reason) implements TrustDecision {}

    /** Why not. */
    enum Reason {
        NO_ANCHOR_OF_THAT_SERVICE,
        NOT_LISTED,
        AMBIGUOUS_ENTITY,
        LEAF_SELF_SIGNED,
        LEAF_IS_CA,
        CERTIFICATE_EXPIRED,
        CERTIFICATE_NOT_YET_VALID,
        ANCHOR_EXPIRED,
        NOT_A_CA,
        PATH_LENGTH_EXCEEDED,
        KEY_USAGE_INVALID,
        SIGNATURE_INVALID,
        UNKNOWN_CRITICAL_EXTENSION,
        ALGORITHM_NOT_ALLOWED,
        LIST_EXPIRED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
