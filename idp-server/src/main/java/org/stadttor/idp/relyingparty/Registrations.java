// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

/** The stored registrations, in every state. */
public interface Registrations {

    /** What storing a registration changed. */
    enum Stored {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /** Stores a registration and makes it live; replaces an earlier one with the same client id. */
    Stored store(RelyingParty relyingParty);

    /** Takes a live registration out of service; false if there is no live one. */
    boolean suspend(ClientId clientId);
}
