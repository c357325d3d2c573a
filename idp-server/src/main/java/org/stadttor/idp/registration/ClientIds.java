// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.ClientId;

/** Makes client ids that nobody can guess or take for a name. */
public final class ClientIds {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final Set<String> RESERVED = Set.of("new", "check-intended-use");

    private final SecureRandom random;

    public ClientIds(SecureRandom random) {
        this.random = random;
    }

    /**
     * Some ids mean something else: those with {@code try.} are the test logins of other services, some are pages.
     *
     * @throws RegistrationRefusedException {@code client_id_taken}
     */
    static void requireUnreserved(ClientId clientId) {
        String id = clientId.value().toLowerCase(Locale.ROOT);
        if (id.startsWith("try.") || RESERVED.contains(id)) {
            throw new RegistrationRefusedException(Reason.CLIENT_ID_TAKEN);
        }
    }

    ClientId next() {
        StringBuilder id = new StringBuilder("rp-");
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ClientId(id.toString());
    }
}
