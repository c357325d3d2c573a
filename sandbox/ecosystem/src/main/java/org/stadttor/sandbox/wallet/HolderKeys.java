// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import org.stadttor.sandbox.keys.Certificates;

/** Keys of the wallet; each credential gets one of its own. */
final class HolderKeys {

    private HolderKeys() {}

    static ECKey create() {
        KeyPair pair = Certificates.newKeyPair();
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .build();
    }
}
