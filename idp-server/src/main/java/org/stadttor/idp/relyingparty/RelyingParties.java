// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.util.Optional;

/** The registered relying parties that may ask for logins now. */
public interface RelyingParties {

    /** The live registration of this client; empty if unknown, suspended or retired. */
    Optional<RelyingParty> findLive(ClientId clientId);

    /** The same without reading the registration, for whoever asks at every step. */
    default boolean isLive(ClientId clientId) {
        return findLive(clientId).isPresent();
    }
}
