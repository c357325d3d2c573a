// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register;

import java.util.List;
import org.stadttor.idp.relyingparty.ClientId;
import tools.jackson.databind.node.ObjectNode;

/**
 * One service in the public register.
 *
 * @param identifier of the legal person, semantic form
 * @param registeredIdentifier the same in the form of the register
 * @param claimPaths every claim it is registered for, as JSON arrays
 * @param intendedUses their identifiers
 * @param document the WalletRelyingParty of TS5
 */
public record RegisterEntry(
        ClientId clientId,
        String identifier,
        String registeredIdentifier,
        String legalName,
        String tradeName,
        String policyUri,
        List<String> claimPaths,
        List<String> intendedUses,
        ObjectNode document) {

    public RegisterEntry {
        claimPaths = List.copyOf(claimPaths);
        intendedUses = List.copyOf(intendedUses);
    }
}
