// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import org.stadttor.outbound.AddressRule;
import org.stadttor.outbound.OutboundPolicy;

/** What fetching the key sets of relying parties may do: small JSON from public addresses, no redirects. */
final class KeySetPolicy {

    private static final int LARGEST = 64 * 1024;

    private KeySetPolicy() {}

    static OutboundPolicy of(boolean sandboxMode) {
        return OutboundPolicy.forPurpose("client_keys")
                .withMaxBody(LARGEST)
                .withContentTypes("application/json", "application/jwk-set+json")
                .withAddresses(sandboxMode ? AddressRule.PUBLIC_OR_LOOPBACK : AddressRule.PUBLIC);
    }
}
