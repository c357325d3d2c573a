// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.util.Objects;
import java.util.Set;
import org.stadttor.wallet.pid.PidAttribute;

/**
 * What a login asks of a wallet.
 *
 * @param attributes the attributes asked for, never empty
 * @param mandatory those without which the login cannot go on; a subset of {@code attributes}
 * @param flow same device or cross device
 * @param onBehalfOf the client id of the relying party, for the audit trail
 */
public record PresentationRequest(
        Set<PidAttribute> attributes, Set<PidAttribute> mandatory, Flow flow, String onBehalfOf) {

    public PresentationRequest {
        attributes = Set.copyOf(attributes);
        mandatory = Set.copyOf(mandatory);
        Objects.requireNonNull(flow);
        Objects.requireNonNull(onBehalfOf);
        if (attributes.isEmpty() || !attributes.containsAll(mandatory)) {
            throw new IllegalArgumentException("attributes must not be empty and contain the mandatory ones");
        }
    }
}
