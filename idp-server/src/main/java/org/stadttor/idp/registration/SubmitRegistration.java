// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.time.Instant;
import java.util.Map;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.registration.Changes.Changed;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.registration.RegistrationVersion.Decision;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * Use case: hands in the draft. What needs no second person is live at once: everything in the sandbox stage, and in
 * production a change of nothing but names, contact and the like.
 */
public final class SubmitRegistration {

    /** Who approves where nobody needs to. */
    public static final String NOBODY = "system";

    private final Changes changes;
    private final DossierRules rules;
    private final RegistrationPolicy policy;

    public SubmitRegistration(Changes changes, DossierRules rules, RegistrationPolicy policy) {
        this.changes = changes;
        this.rules = rules;
        this.policy = policy;
    }

    /**
     * Submits.
     *
     * @param revision the one the person has seen
     * @return with the version live or submitted
     * @throws RegistrationRefusedException if there is no draft, or fields are wrong
     */
    public ServiceRegistration submit(ActingPerson person, ClientId clientId, long revision) {
        return changes.change(person, clientId, (known, now) -> {
            Changes.requireRevision(known, revision);
            RegistrationVersion draft = known.open()
                    .filter(version -> version.state() == VersionState.DRAFT)
                    .orElseThrow(() -> new RegistrationRefusedException(Reason.NOT_IN_THIS_STATE));
            rules.require(draft.dossier());
            ServiceRegistration submitted = Transitions.submit(known, draft, person.id());
            return goesLiveAtOnce(known, draft)
                    ? live(submitted, draft, now)
                    : new Changed(submitted, "submitted", Map.of("version", Integer.toString(draft.number())));
        });
    }

    private boolean goesLiveAtOnce(ServiceRegistration known, RegistrationVersion draft) {
        if (known.state() == RegistrationState.SUSPENDED) {
            return false;
        }
        boolean harmless = known.live().isPresent() && !known.diffToLive(draft).needsSecondPerson();
        return harmless || policy.approvesAlone(known.stage());
    }

    private static Changed live(ServiceRegistration submitted, RegistrationVersion draft, Instant now) {
        RegistrationVersion open = submitted.version(draft.number()).orElseThrow();
        ServiceRegistration approved = Transitions.decide(submitted, open, new Decision(true, NOBODY, now, ""));
        ServiceRegistration live =
                Transitions.goLive(approved, approved.version(draft.number()).orElseThrow());
        return new Changed(live, "live", Map.of("version", Integer.toString(draft.number()), "approved_by", NOBODY));
    }
}
