// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.security.SecureRandom;
import org.stadttor.idp.relyingparty.ClientId;

/** Makes client ids that nobody can guess or take for a name. */
public final class ClientIds {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private final SecureRandom random;

    public ClientIds(SecureRandom random) {
        this.random = random;
    }

    ClientId next() {
        StringBuilder id = new StringBuilder("rp-");
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ClientId(id.toString());
    }
}
