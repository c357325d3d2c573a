// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register.web;

import java.util.Map;
import java.util.Set;

/**
 * What is the same for every service here, so that it is no column: its entitlement, the format of its credentials, its
 * intermediary.
 *
 * @param intermediaries the intermediary's identifier in both forms, or nothing
 */
public record RegisterFacts(Set<String> intermediaries) {

    private static final Set<String> ENTITLEMENTS = Set.of(
            "https://uri.etsi.org/19475/Entitlement/Service_Provider",
            "http://data.europa.eu/eudi/entitlement/Service_Provider");

    public RegisterFacts {
        intermediaries = Set.copyOf(intermediaries);
    }

    /** Whether what is asked for fits. */
    boolean fit(Map<String, String> given) {
        return ENTITLEMENTS.contains(given.getOrDefault(
                        "entitlement", ENTITLEMENTS.iterator().next()))
                && given.getOrDefault("credentialformat", "dc+sd-jwt").equals("dc+sd-jwt")
                && given.getOrDefault("isintermediary", "false").equals("false")
                && (!given.containsKey("usesintermediary") || intermediaries.contains(given.get("usesintermediary")));
    }
}
