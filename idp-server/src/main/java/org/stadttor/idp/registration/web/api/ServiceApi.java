// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.registration.DeclareService;
import org.stadttor.idp.registration.DeclareService.Declared;
import org.stadttor.idp.registration.DeclareService.Effect;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.DossierHints;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.registration.RegistrationQuery;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.idp.registration.RegistrationSummary;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.staff.StaffMember;

/**
 * Services for programs, with the API key of somebody who works on them. Approving, suspending and retiring are not here:
 * they need a person with a passkey.
 */
@RestController
public final class ServiceApi {

    /** Who may read. */
    public static final Set<String> READERS = Set.of("owner", "technician", "data-protection-officer", "agency-reader");

    /** Who may declare. */
    public static final Set<String> OWNERS = Set.of("owner");

    private static final int PAGE = 50;
    private static final int LARGEST = 1024 * 1024;

    private final ReadRegistrations registrations;
    private final DeclareService declare;
    private final DossierHints hints;

    public ServiceApi(ReadRegistrations registrations, DeclareService declare, DossierHints hints) {
        this.registrations = registrations;
        this.declare = declare;
        this.hints = hints;
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("openapi/agency-api.json"));
    }

    @GetMapping("/api/v1/services")
    Map<String, Object> list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal StaffMember member) {
        Page<RegistrationSummary> page = registrations.search(
                scope(member, READERS), new RegistrationQuery(search, null, Set.of(), false, after, PAGE));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("services", page.items().stream().map(ServiceJson::line).toList());
        page.nextCursor().ifPresent(next -> answer.put("next", next));
        return answer;
    }

    @GetMapping("/api/v1/services/{clientId}")
    ResponseEntity<Map<String, Object>> one(
            @PathVariable String clientId, @AuthenticationPrincipal StaffMember member) {
        ServiceRegistration found = registrations.find(scope(member, READERS), ApiRefusals.clientId(clientId));
        return ResponseEntity.ok().eTag(etag(found)).body(ServiceJson.whole(found));
    }

    /** Idempotent: the body is how the service is to be. */
    @PutMapping(path = "/api/v1/services/{clientId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> put(
            @PathVariable String clientId,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String stage,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            InputStream body,
            @AuthenticationPrincipal StaffMember member)
            throws IOException {
        ClientId id = ApiRefusals.clientId(clientId);
        Declared declared = declare.declare(
                new DeclareService.Command(
                        new ActingPerson(member.id().value(), scope(member, OWNERS)),
                        id,
                        stage == null ? null : ApiRefusals.stage(stage),
                        unit == null ? null : ApiRefusals.unit(unit),
                        DossierDraft.parse(limited(body))),
                dryRun);
        Map<String, Object> answer = ServiceJson.declared(declared, hints.of(declared.dossier()), dryRun);
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(declared.effect() == Effect.CREATED && !dryRun ? 201 : 200);
        ServiceRegistration registration = declared.registration();
        return registration == null
                ? response.body(answer)
                : response.eTag(etag(registration)).body(answer);
    }

    /** No more of it is read than a dossier can have. */
    private static String limited(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new RegistrationRefusedException(RegistrationRefusedException.Reason.DOSSIER_MALFORMED);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Scope scope(StaffMember member, Set<String> roles) {
        return Scope.of(member.parts(roles));
    }

    private static String etag(ServiceRegistration registration) {
        return "\"" + registration.revision() + "\"";
    }
}
