// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

/**
 * A public key as it was given.
 *
 * @param jwk a JSON Web Key; its members are put in order, so that the same key is always the same text
 * @param expiresAt the last day it may be used, as {@code 2027-12-31}; empty for the default
 */
public record KeyDraft(String jwk, String expiresAt) {

    public KeyDraft {
        jwk = DossierJson.inOrder(jwk);
    }
}
