// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

/** What logins read of registrations, in every state. */
public interface Registrations {

    /** What storing a registration changed. */
    enum Stored {
        NEW,
        CHANGED,
        UNCHANGED,
        /** Nothing: it is suspended or retired, or it has a life cycle and is changed only by that. */
        REFUSED
    }

    /**
     * Stores a registration that has no life cycle and makes it live; replaces a live one with the same client id. One
     * that is suspended or retired stays so.
     */
    Stored store(RelyingParty relyingParty);

    /** Makes the live version of a registration with a life cycle what logins read, whatever was there before. */
    void project(RelyingParty relyingParty);

    /** Takes a live registration out of service; false if there is no live one. */
    boolean suspend(ClientId clientId);

    /** Takes a registration out of service for good; false if there is none. */
    boolean retire(ClientId clientId);

    /** Whether a relying party of this id is or was known to logins. */
    boolean isKnown(ClientId clientId);
}
