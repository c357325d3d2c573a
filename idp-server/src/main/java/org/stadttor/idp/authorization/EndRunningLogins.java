// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RunningLogins;

/** Ends authorization requests, codes and access tokens of a relying party that goes out of service. */
public final class EndRunningLogins implements RunningLogins {

    private final AuthorizationRequests requests;
    private final Grants grants;

    public EndRunningLogins(AuthorizationRequests requests, Grants grants) {
        this.requests = requests;
        this.grants = grants;
    }

    @Override
    public void end(ClientId clientId) {
        requests.endAll(clientId);
        grants.revokeAll(clientId);
    }
}
