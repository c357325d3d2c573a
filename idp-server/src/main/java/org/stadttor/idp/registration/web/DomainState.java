// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import org.jspecify.annotations.Nullable;
import org.stadttor.idp.domainproof.DomainProof;

/**
 * Whether control of a host is proved.
 *
 * @param proved by the unit itself or by one above it
 * @param proof the challenge and perhaps the proof of the unit itself; null if it has not begun
 * @param looked what a look has just found; null if nobody has looked
 */
public record DomainState(
        String host,
        boolean proved,
        @Nullable DomainProof proof,
        @Nullable Looked looked) {

    /**
     * Why it is not proved.
     *
     * @param file what became of the file, as a code
     * @param dns what became of the TXT record, as a code
     */
    public record Looked(String file, String dns) {}

    DomainState with(Looked found) {
        return new DomainState(host, proved, proof, found);
    }
}
