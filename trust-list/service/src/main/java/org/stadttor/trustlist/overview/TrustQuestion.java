// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.lote.ServiceType;

/**
 * Why is this chain trusted, or why not? Nothing of it is kept.
 *
 * @param chain as it came with a signature, the leaf first
 * @param statusInformation whether it signed status information instead of what the purpose says
 */
public record TrustQuestion(ListPurpose purpose, boolean statusInformation, List<X509Certificate> chain, When when) {

    /** Under which issue of the list. */
    public sealed interface When {

        /** The latest issue, now. */
        record Now() implements When {}

        /** That issue, at the moment it was issued. */
        record Issue(long sequence) implements When {}

        /** The issue that was the latest at that moment. */
        record Moment(Instant at) implements When {}
    }

    public TrustQuestion {
        Objects.requireNonNull(purpose);
        chain = List.copyOf(chain);
        Objects.requireNonNull(when);
    }

    /** The services whose certificates may have signed, in the order in which verifiers ask (Token Status List, 11.3). */
    List<ServiceType> services() {
        return statusInformation
                ? List.of(purpose.profile().revocation(), purpose.profile().issuance())
                : List.of(purpose.profile().issuance());
    }

    /** Whether each certificate is followed by the one that issued it, by name. */
    boolean isInOrder() {
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!chain.get(i).getIssuerX500Principal().equals(chain.get(i + 1).getSubjectX500Principal())) {
                return false;
            }
        }
        return true;
    }
}
