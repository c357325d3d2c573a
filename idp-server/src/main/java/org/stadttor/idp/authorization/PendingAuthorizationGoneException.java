// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

/** The authorization request has ended, was completed already, or belongs to another browser. */
public final class PendingAuthorizationGoneException extends RuntimeException {

    public PendingAuthorizationGoneException() {
        super("pending_authorization_gone");
    }
}
