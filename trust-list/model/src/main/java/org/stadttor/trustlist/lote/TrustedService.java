// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One service of a trusted entity (TS 119 602, 6.6).
 *
 * @param name for people
 * @param typeUri the service type identifier as it stands in the list; {@link ServiceType#of} knows the EU ones
 * @param certificates the digital identities: CA certificates or the very end-entity certificates, without duplicates
 * @param statusPolicy what its credentials carry
 * @param status only on lists whose profile states it; what is read is never withdrawn
 * @param history earlier statuses, the latest first; written only
 */
public record TrustedService(
        String name,
        String typeUri,
        List<X509Certificate> certificates,
        StatusPolicy statusPolicy,
        Optional<ServiceStatus> status,
        List<ServiceStatus> history) {

    public TrustedService {
        Objects.requireNonNull(name);
        Objects.requireNonNull(typeUri);
        certificates = List.copyOf(certificates);
        Objects.requireNonNull(statusPolicy);
        Objects.requireNonNull(status);
        history = List.copyOf(history);
    }

    /** A service that is trusted because it is listed. */
    public TrustedService(String name, String typeUri, List<X509Certificate> certificates, StatusPolicy statusPolicy) {
        this(name, typeUri, certificates, statusPolicy, Optional.empty(), List.of());
    }

    /** The same service with a status. */
    public TrustedService with(ServiceStatus now, List<ServiceStatus> earlier) {
        return new TrustedService(name, typeUri, certificates, statusPolicy, Optional.of(now), earlier);
    }
}
