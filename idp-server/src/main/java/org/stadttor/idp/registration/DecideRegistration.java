// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

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
import org.stadttor.idp.relyingparty.RedirectUris;

/** Use case: a second person approves or rejects exactly what they have seen. */
public final class DecideRegistration {

    /** The decision. */
    public sealed interface Command {

        ActingPerson person();

        ClientId clientId();

        /** {@link RegistrationVersion#hash()} of what the person has seen. */
        String hash();

        record Approve(ActingPerson person, ClientId clientId, String hash) implements Command {}

        /**
         * Rejects.
         *
         * @param reason told to the agency; at most 1,000 characters
         */
        record Reject(ActingPerson person, ClientId clientId, String hash, String reason) implements Command {}
    }

    private static final int REASON_LIMIT = 1000;

    private final Changes changes;
    private final DossierRules rules;
    private final ProvedHosts provedHosts;

    public DecideRegistration(Changes changes, DossierRules rules, ProvedHosts provedHosts) {
        this.changes = changes;
        this.rules = rules;
        this.provedHosts = provedHosts;
    }

    /**
     * Decides.
     *
     * @throws RegistrationRefusedException if the person wrote or submitted it, or it is not what was seen
     */
    public ServiceRegistration decide(Command command) {
        return changes.change(command.person(), command.clientId(), (known, now) -> {
            RegistrationVersion submitted = known.open()
                    .filter(version -> version.state() == VersionState.SUBMITTED)
                    .orElseThrow(() -> new RegistrationRefusedException(Reason.NOT_IN_THIS_STATE));
            if (!submitted.hash().equals(command.hash())) {
                throw new RegistrationRefusedException(Reason.HASH_MISMATCH);
            }
            String person = command.person().id();
            if (submitted.isBy(person)) {
                throw new RegistrationRefusedException(Reason.SECOND_PERSON_NEEDED);
            }
            Decision decision = switch (command) {
                case Command.Approve approve -> {
                    requireProvedHosts(known, rules.require(submitted.dossier()));
                    yield new Decision(true, person, now, "");
                }
                case Command.Reject reject -> new Decision(false, person, now, requireReason(reject.reason()));
            };
            return new Changed(
                    Transitions.decide(known, submitted, decision),
                    decision.approved() ? "approved" : "rejected",
                    Map.of("version", Integer.toString(submitted.number()), "hash", submitted.hash()));
        });
    }

    private void requireProvedHosts(ServiceRegistration known, ServiceDossier dossier) {
        Set<String> proved = provedHosts.of(known.unit());
        List<FieldError> missing = new ArrayList<>();
        dossier.hosts().stream()
                .filter(host -> !RedirectUris.isLoopback(host) && !proved.contains(host))
                .forEach(host -> missing.add(new FieldError(host, Reason.DOMAIN_NOT_PROVED.code())));
        if (!missing.isEmpty()) {
            throw new RegistrationRefusedException(Reason.DOMAIN_NOT_PROVED, missing);
        }
    }

    static String requireReason(String reason) {
        if (reason.isBlank() || reason.length() > REASON_LIMIT) {
            throw new RegistrationRefusedException(Reason.REASON_MISSING);
        }
        return reason.strip();
    }
}
