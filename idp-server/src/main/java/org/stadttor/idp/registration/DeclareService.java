// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * Use case for programs: this is how the service is to be. Saves and submits what differs from what is there; said twice it
 * changes nothing. What needs a second person waits for one, as if it had been typed.
 */
public final class DeclareService {

    /**
     * How it is to be.
     *
     * @param stage null for a service that exists
     * @param unit null for a service that exists
     * @param dossier what is empty is taken from the organisation and from the defaults
     */
    public record Command(
            ActingPerson person,
            ClientId clientId,
            @Nullable Stage stage,
            @Nullable UnitPath unit,
            DossierDraft dossier) {}

    /** What came of it, or would. */
    public enum Effect {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /**
     * What came of it, or would come of it in a dry run.
     *
     * @param registration as it is now; null in the dry run of a new one
     * @param diff against what is live
     * @param needsSecondPerson whether it waits, or would wait, for a registrar
     */
    public record Declared(
            Effect effect,
            @Nullable ServiceRegistration registration,
            DossierDraft dossier,
            DossierDiff diff,
            boolean needsSecondPerson) {}

    private final ServiceRegistrations registrations;
    private final SaveDraft save;
    private final SubmitRegistration submit;
    private final DossierRules rules;
    private final RegistrationPolicy policy;

    public DeclareService(
            ServiceRegistrations registrations,
            SaveDraft save,
            SubmitRegistration submit,
            DossierRules rules,
            RegistrationPolicy policy) {
        this.registrations = registrations;
        this.save = save;
        this.submit = submit;
        this.rules = rules;
        this.policy = policy;
    }

    /**
     * Declares.
     *
     * @param dryRun say what would happen, and change nothing
     * @throws RegistrationRefusedException {@code fields_invalid} with every field that is wrong, before anything is
     *     stored; {@code not_found}, {@code stage_not_offered}, {@code retired}, {@code changed_meanwhile}
     */
    public Declared declare(Command command, boolean dryRun) {
        Optional<ServiceRegistration> known = registrations.find(command.clientId());
        return known.isPresent() ? change(command, known.get(), dryRun) : create(command, dryRun);
    }

    private Declared create(Command command, boolean dryRun) {
        Stage stage = command.stage();
        UnitPath unit = command.unit();
        if (stage == null || unit == null || !command.person().scope().includes(unit)) {
            throw new RegistrationRefusedException(Reason.NOT_FOUND);
        }
        policy.requireOffered(stage);
        ClientIds.requireUnreserved(command.clientId());
        DossierDraft dossier = save.filled(unit, command.dossier());
        rules.require(dossier);
        DossierDiff diff = DossierDiff.between(DossierDraft.empty(), dossier);
        if (dryRun) {
            return new Declared(Effect.CREATED, null, dossier, diff, !policy.approvesAlone(stage));
        }
        ServiceRegistration draft =
                save.save(new SaveDraft.Command.New(command.person(), command.clientId(), stage, unit, dossier));
        ServiceRegistration now = submit.submit(command.person(), command.clientId(), draft.revision());
        return new Declared(Effect.CREATED, now, dossier, diff, now.live().isEmpty());
    }

    private Declared change(Command command, ServiceRegistration known, boolean dryRun) {
        if (!command.person().scope().includes(known.unit())) {
            throw new RegistrationRefusedException(Reason.NOT_FOUND);
        }
        if (known.state() == RegistrationState.RETIRED) {
            throw new RegistrationRefusedException(Reason.RETIRED);
        }
        DossierDraft dossier = save.filled(known.unit(), withKnownExpiry(command.dossier(), known));
        rules.require(dossier);
        DossierDiff diff = DossierDiff.between(
                known.live().map(RegistrationVersion::dossier).orElse(DossierDraft.empty()), dossier);
        if (isThere(known, dossier)) {
            return new Declared(
                    Effect.UNCHANGED, known, dossier, diff, known.open().isPresent());
        }
        boolean waits = diff.needsSecondPerson() && !policy.approvesAlone(known.stage());
        if (dryRun) {
            return new Declared(Effect.CHANGED, known, dossier, diff, waits);
        }
        ServiceRegistration draft =
                save.save(new SaveDraft.Command.Edit(command.person(), command.clientId(), known.revision(), dossier));
        ServiceRegistration now = submit.submit(command.person(), command.clientId(), draft.revision());
        return new Declared(Effect.CHANGED, now, dossier, diff, now.open().isPresent());
    }

    /** On its way already, or live with nothing on its way. */
    private static boolean isThere(ServiceRegistration known, DossierDraft dossier) {
        RegistrationVersion decisive = known.open()
                .filter(version -> version.state() != VersionState.DRAFT)
                .orElseGet(() -> known.live().orElse(known.latest()));
        boolean draftInTheWay = known.open()
                .filter(version -> version.state() == VersionState.DRAFT)
                .isPresent();
        return !draftInTheWay
                && Set.of(VersionState.SUBMITTED, VersionState.APPROVED, VersionState.LIVE)
                        .contains(decisive.state())
                && decisive.dossier().toJson().equals(dossier.toJson());
    }

    /** A key that is known keeps its end, unless another one is named. */
    private static DossierDraft withKnownExpiry(DossierDraft dossier, ServiceRegistration known) {
        Map<String, String> ends = new HashMap<>();
        known.versions()
                .forEach(version -> version.dossier().keys().forEach(key -> ends.put(key.jwk(), key.expiresAt())));
        List<KeyDraft> keys = dossier.keys().stream()
                .map(key -> key.expiresAt().isEmpty()
                        ? new KeyDraft(key.jwk(), ends.getOrDefault(canonical(key), ""))
                        : key)
                .toList();
        return dossier.with(keys, dossier.sector(), dossier.matching());
    }

    /** The text a key has in a stored dossier. */
    private static String canonical(KeyDraft key) {
        DossierDraft empty = DossierDraft.empty();
        return DossierDraft.parse(empty.with(List.of(key), "", "").toJson())
                .keys()
                .getFirst()
                .jwk();
    }
}
