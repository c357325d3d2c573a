// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.util.List;
import java.util.Objects;

/**
 * A trusted entity and its services (TS 119 602, 6.5).
 *
 * @param name for people, in English where there is one
 * @param registrationId identifier with EN 319 412-1 semantics ({@code NTRDE-…}), or empty
 * @param country the responsible Member State, ISO 3166-1 alpha-2, or empty where the list does not say
 * @param contact its addresses; nothing is decided on them
 */
public record TrustedEntity(
        String name, String registrationId, String country, List<TrustedService> services, Contact contact) {

    public TrustedEntity {
        Objects.requireNonNull(name);
        Objects.requireNonNull(registrationId);
        Objects.requireNonNull(country);
        services = List.copyOf(services);
        Objects.requireNonNull(contact);
    }

    /** An entity whose addresses are not known. */
    public TrustedEntity(String name, String registrationId, String country, List<TrustedService> services) {
        this(name, registrationId, country, services, Contact.UNSTATED);
    }
}
