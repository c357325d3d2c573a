// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.citizen;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.stadttor.idp.citizen.CitizenNotIdentifiableException.Reason;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.wallet.pid.PersonIdentification;

/**
 * Identifies by the matching policy of the relying party. What contradicts what is known is refused: a number that belongs
 * to other names, names that have another number, the same names in a PID of another country.
 */
public final class IdentifyByPolicy implements IdentifyCitizen {

    private static final int SUBJECT_BYTES = 24;

    private final RelyingParties relyingParties;
    private final Accounts accounts;
    private final PersonMatching matching;
    private final SecureRandom random;
    private final Clock clock;

    public IdentifyByPolicy(
            RelyingParties relyingParties,
            Accounts accounts,
            PersonMatching matching,
            SecureRandom random,
            Clock clock) {
        this.relyingParties = relyingParties;
        this.accounts = accounts;
        this.matching = matching;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Citizen identify(PersonIdentification person, ClientId relyingParty) {
        RelyingParty party = relyingParties
                .findLive(relyingParty)
                .orElseThrow(() -> new IllegalStateException("the relying party is not live"));
        String subject = switch (party.matching()) {
            case TRANSIENT -> newSubject();
            case ACCOUNT -> accounts.subject(party.sector(), account(matching.keys(person)), newSubject());
        };
        return new Citizen(subject, person, clock.instant());
    }

    private UUID account(PersonKeys keys) {
        List<Account> found = accounts.find(keys);
        if (found.isEmpty()) {
            UUID id = UUID.randomUUID();
            if (accounts.create(new Account(id, keys))) {
                return id;
            }
            found = accounts.find(keys);
        }
        if (found.size() != 1) {
            throw collision();
        }
        return requireSame(found.getFirst(), keys);
    }

    private UUID requireSame(Account account, PersonKeys keys) {
        byte[] known = account.keys().number();
        byte[] shown = keys.number();
        boolean sameNames = Arrays.equals(account.keys().match(), keys.match());
        boolean sameCountry = Arrays.equals(account.keys().country(), keys.country());
        boolean otherNumber = known != null && shown != null && !Arrays.equals(known, shown);
        if (!sameNames || !sameCountry || otherNumber) {
            throw collision();
        }
        if (known == null && shown != null && !accounts.addNumber(account.id(), shown)) {
            throw collision();
        }
        return account.id();
    }

    private String newSubject() {
        byte[] bytes = new byte[SUBJECT_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static CitizenNotIdentifiableException collision() {
        return new CitizenNotIdentifiableException(Reason.MATCHING_COLLISION);
    }
}
