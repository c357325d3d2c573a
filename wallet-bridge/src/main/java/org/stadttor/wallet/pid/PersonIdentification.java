// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.pid;

import java.util.Map;
import java.util.Objects;
import org.stadttor.wallet.credential.CredentialIssuer;
import tools.jackson.databind.JsonNode;

/**
 * A person as a PID describes them: only attributes that were asked for, typed as OpenID Connect claims
 * ({@code address} and {@code place_of_birth} objects, {@code nationalities} array, the rest strings).
 * Unknown values (empty strings of a German PID) are absent. {@link #toString()} shows names of attributes only.
 *
 * @param attributes value by attribute; insertion order has no meaning
 * @param issuer who issued the PID
 */
public record PersonIdentification(Map<PidAttribute, JsonNode> attributes, CredentialIssuer issuer) {

    public PersonIdentification {
        attributes = Map.copyOf(attributes);
        Objects.requireNonNull(issuer);
    }

    @Override
    public String toString() {
        return "PersonIdentification" + attributes.keySet();
    }
}
