// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

/** The logins that are under way for a relying party. */
public interface RunningLogins {

    /**
     * Ends all of them for good, those that wait for a citizen, codes and access tokens, in the transaction of whoever takes
     * the relying party out of service: they do not come back with it.
     */
    void end(ClientId clientId);
}
