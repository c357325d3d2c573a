// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.util.List;
import java.util.Objects;

/**
 * Where a scheme operator or a trusted entity can be reached (TS 119 602, 6.3.5 and 6.5.3). Nothing is decided on it.
 *
 * @param street StreetAddress
 * @param locality Locality, or empty
 * @param postalCode PostalCode, or empty
 * @param country Country as it stands in the list
 * @param electronicAddresses URIs: {@code mailto:}, {@code https:}, {@code tel:}
 * @param informationUris pages with information about it, without the URI that names the responsible Member State
 */
public record Contact(
        String street,
        String locality,
        String postalCode,
        String country,
        List<String> electronicAddresses,
        List<String> informationUris) {

    /** Of a list that does not say. */
    public static final Contact UNSTATED = new Contact("", "", "", "", List.of(), List.of());

    public Contact {
        Objects.requireNonNull(street);
        Objects.requireNonNull(locality);
        Objects.requireNonNull(postalCode);
        Objects.requireNonNull(country);
        electronicAddresses = List.copyOf(electronicAddresses);
        informationUris = List.copyOf(informationUris);
    }
}
