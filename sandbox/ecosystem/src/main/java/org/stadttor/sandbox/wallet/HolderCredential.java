// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import com.nimbusds.jose.jwk.ECKey;
import org.stadttor.sandbox.sdjwt.HeldCredential;

/** A credential and the private key it is bound to. */
record HolderCredential(HeldCredential credential, ECKey key) {

    @Override
    public String toString() {
        return credential.toString();
    }
}
