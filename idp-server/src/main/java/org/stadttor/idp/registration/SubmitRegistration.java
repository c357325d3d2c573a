// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.registration.Changes.Changed;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.registration.RegistrationVersion.Decision;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.InvalidAddressException;
import org.stadttor.idp.relyingparty.LookAlikes;

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
    private final ProvedHosts provedHosts;

    public SubmitRegistration(Changes changes, DossierRules rules, RegistrationPolicy policy, ProvedHosts provedHosts) {
        this.changes = changes;
        this.rules = rules;
        this.policy = policy;
        this.provedHosts = provedHosts;
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
            requireNoLookAlikes(rules.require(draft.dossier()), provedHosts.of(known.unit()));
            ServiceRegistration submitted = Transitions.submit(known, draft, person.id());
            return goesLiveAtOnce(known, draft)
                    ? live(submitted, draft, now)
                    : new Changed(submitted, "submitted", Map.of("version", Integer.toString(draft.number())));
        });
    }

    private static void requireNoLookAlikes(ServiceDossier dossier, Set<String> proved) {
        List<FieldError> errors = new ArrayList<>();
        lookAlikes(errors, "redirect_uris", dossier.redirectUris(), proved);
        lookAlikes(errors, "post_logout_redirect_uris", dossier.postLogoutRedirectUris(), proved);
        if (!errors.isEmpty()) {
            throw new RegistrationRefusedException(Reason.FIELDS_INVALID, errors);
        }
    }

    private static void lookAlikes(List<FieldError> errors, String field, List<URI> addresses, Set<String> proved) {
        for (int i = 0; i < addresses.size(); i++) {
            String host = addresses.get(i).getHost();
            if (!proved.contains(host) && LookAlikes.imitated(host, proved).isPresent()) {
                errors.add(new FieldError(
                        field + "[" + i + "]", InvalidAddressException.Reason.URI_HOST_LOOKS_LIKE_ANOTHER.code()));
            }
        }
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
