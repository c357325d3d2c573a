// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate chain as it came with a signature: the leaf first, each next one the issuer of the one before.
 * Nothing about it has been verified.
 */
public record CertificateChain(List<X509Certificate> certificates) {

    /** The longest chain that is looked at. */
    public static final int MAX_LENGTH = 6;

    public CertificateChain {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty() || certificates.size() > MAX_LENGTH) {
            throw new IllegalArgumentException("a chain has 1 to " + MAX_LENGTH + " certificates");
        }
    }

    public X509Certificate leaf() {
        return certificates.getFirst();
    }
}
