// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * One service of a trusted entity (TS 119 602, 6.6).
 *
 * @param name for people
 * @param typeUri the service type identifier as it stands in the list; {@link ServiceType#of} knows the EU ones
 * @param certificates the digital identities: CA certificates or the very end-entity certificates, without duplicates
 * @param statusPolicy what its credentials carry
 */
public record TrustedService(
        String name, String typeUri, List<X509Certificate> certificates, StatusPolicy statusPolicy) {

    public TrustedService {
        Objects.requireNonNull(name);
        Objects.requireNonNull(typeUri);
        certificates = List.copyOf(certificates);
        Objects.requireNonNull(statusPolicy);
    }
}
