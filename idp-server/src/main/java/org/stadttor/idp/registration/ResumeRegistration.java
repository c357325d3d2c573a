// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.time.Duration;
import java.time.Instant;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.registration.Changes.Changed;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.registration.ServiceRegistration.Resumption;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * Use case: brings a suspended registration back. It takes two people: the first asks, the second, within seven days,
 * agrees by doing the same.
 */
public final class ResumeRegistration {

    static final Duration LAPSE = Duration.ofDays(7);

    private final Changes changes;
    private final DossierRules rules;

    public ResumeRegistration(Changes changes, DossierRules rules) {
        this.changes = changes;
        this.rules = rules;
    }

    /**
     * Asks for it, or agrees.
     *
     * @return live if this was the second person, else still suspended with a {@link Resumption}
     * @throws RegistrationRefusedException if it is not suspended, or the same person has asked already
     */
    public ServiceRegistration resume(ActingPerson person, ClientId clientId) {
        return changes.change(person, clientId, (known, now) -> {
            if (known.state() != RegistrationState.SUSPENDED) {
                throw new RegistrationRefusedException(Reason.NOT_IN_THIS_STATE);
            }
            Resumption asked = known.resumption();
            if (asked == null || isLapsed(asked, now)) {
                return new Changed(
                        Transitions.requestResumption(known, new Resumption(person.id(), now)), "resume-requested");
            }
            if (asked.requestedBy().equals(person.id())) {
                throw new RegistrationRefusedException(Reason.SECOND_PERSON_NEEDED);
            }
            known.live().ifPresent(version -> rules.require(version.dossier()));
            return new Changed(Transitions.resume(known), "resumed");
        });
    }

    private static boolean isLapsed(Resumption asked, Instant now) {
        return !now.isBefore(asked.requestedAt().plus(LAPSE));
    }
}
