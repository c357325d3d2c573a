// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.registration.DossierDiff;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.RegistrationVersion;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.registration.VersionState;

/**
 * A service as its page shows it.
 *
 * @param shown the version the page is about: the open one, else the live one, else the newest
 * @param errors what is wrong with it
 * @param keys of the version that logins read, else of the one shown
 * @param allowed what the person may do here
 */
public record ServiceView(
        ServiceRegistration service,
        String name,
        RegistrationVersion shown,
        List<FieldError> errors,
        DossierDiff pending,
        List<KeyView> keys,
        NextStep next,
        Set<AgencyAct> allowed) {

    /** The version that the next edit starts from. */
    public static RegistrationVersion shown(ServiceRegistration service) {
        return service.open().or(() -> rejected(service)).or(service::live).orElseGet(service::latest);
    }

    /** What was rejected last is what is corrected next. */
    private static Optional<RegistrationVersion> rejected(ServiceRegistration service) {
        return Optional.of(service.latest()).filter(version -> version.state() == VersionState.REJECTED);
    }

    /** The name in the language of the page, else in German, else the client id. */
    public static String name(Map<String, String> names, Locale locale, String otherwise) {
        String name = names.getOrDefault(locale.getLanguage(), names.getOrDefault("de", ""));
        return name.isBlank() ? otherwise : name;
    }

    public DossierDraft dossier() {
        return shown.dossier();
    }

    /** What one part of the dossier says, field by field; also that of one field. */
    public List<DossierDiff.Change> facts(String part) {
        DossierDiff all = DossierDiff.between(DossierDraft.empty(), dossier());
        return all.changes().stream()
                .filter(fact -> DossierPart.of(part)
                        .map(known -> known.owns(fact.field()))
                        .orElse(fact.field().equals(part)))
                .toList();
    }

    /** The parts in which something is missing or wrong. */
    public List<DossierPart> incompleteParts() {
        return errors.stream()
                .map(FieldError::field)
                .map(DossierPart::ofField)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether handing in makes it live without anybody looking at it. */
    public boolean goesLiveAtOnce() {
        return service.stage() == Stage.SANDBOX || (service.live().isPresent() && !pending.needsSecondPerson());
    }

    /** Whether the person may do this here. */
    public boolean may(String act) {
        return allowed.contains(AgencyAct.valueOf(act));
    }

    /** Whether this part can be edited by this person, now. */
    public boolean mayEdit(String part) {
        return DossierPart.of(part)
                        .map(DossierPart::act)
                        .filter(allowed::contains)
                        .isPresent()
                && next != NextStep.ENDED;
    }
}
