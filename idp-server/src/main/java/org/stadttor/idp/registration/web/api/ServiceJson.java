// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stadttor.idp.registration.DeclareService.Declared;
import org.stadttor.idp.registration.DossierDiff;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.DossierHint;
import org.stadttor.idp.registration.RegistrationSummary;
import org.stadttor.idp.registration.RegistrationVersion;
import org.stadttor.idp.registration.ServiceRegistration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answers of the agency API; described by {@code openapi/agency-api.json}. */
final class ServiceJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ServiceJson() {}

    static Map<String, Object> line(RegistrationSummary summary) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("client_id", summary.clientId().value());
        line.put("names", summary.names());
        line.put("unit", summary.unit().value());
        line.put("stage", summary.stage().code());
        line.put("state", summary.state().code());
        line.put("changed_at", summary.changedAt().toString());
        return line;
    }

    static Map<String, Object> whole(ServiceRegistration registration) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("client_id", registration.clientId().value());
        whole.put("unit", registration.unit().value());
        whole.put("stage", registration.stage().code());
        whole.put("state", registration.state().code());
        whole.put("revision", registration.revision());
        registration.live().ifPresent(version -> whole.put("live", version(version)));
        registration.open().ifPresent(version -> whole.put("open", version(version)));
        return whole;
    }

    private static Map<String, Object> version(RegistrationVersion version) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", version.number());
        members.put("state", version.state().name().toLowerCase(Locale.ROOT));
        members.put("hash", version.hash());
        members.put("created_at", version.createdAt().toString());
        members.put("dossier", dossier(version.dossier()));
        return members;
    }

    static Map<String, Object> declared(Declared declared, List<DossierHint> hints, boolean dryRun) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("effect", declared.effect().name().toLowerCase(Locale.ROOT));
        members.put("dry_run", dryRun);
        members.put("needs_second_person", declared.needsSecondPerson());
        members.put(
                "changes",
                declared.diff().changes().stream().map(ServiceJson::change).toList());
        members.put(
                "hints",
                hints.stream()
                        .map(hint -> Map.of(
                                "field", hint.field(), "code", hint.code().code()))
                        .toList());
        members.put("dossier", dossier(declared.dossier()));
        ServiceRegistration registration = declared.registration();
        if (registration != null) {
            members.put("service", whole(registration));
        }
        return members;
    }

    private static Map<String, Object> change(DossierDiff.Change change) {
        return Map.of(
                "field", change.field(),
                "before", change.before(),
                "after", change.after(),
                "needs_second_person", change.sensitive());
    }

    private static JsonNode dossier(DossierDraft dossier) {
        return JSON.readTree(dossier.toJson());
    }
}
