// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.AddUnit;
import org.stadttor.idp.organisation.Contact;
import org.stadttor.idp.organisation.LegalEntity;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.SupervisoryAuthority;
import org.stadttor.idp.organisation.UnitDetails;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.organisation.UnitRefusedException;
import org.stadttor.idp.registration.DeclareService;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.sandbox.SandboxEcosystem;

/** The invented city of Musterstadt in its Land, and its portal: registered the way a real one is. */
final class AgencyRegistration {

    /** The agency of the sandbox. */
    static final UnitPath MUSTERSTADT = new UnitPath("/de/by/musterstadt/");

    private static final ActingPerson SANDBOX = new ActingPerson("sandbox", Scope.everything());

    private final Part idp;

    AgencyRegistration(Part idp) {
        this.idp = idp;
    }

    void register(SandboxEcosystem.PortalRegistration portal) {
        UnitDetails none = UnitDetails.empty();
        add("/de/", UnitKind.BUND, Map.of("de", "Bund (Sandbox)", "en", "Federation (sandbox)"), none);
        add("/de/by/", UnitKind.LAND, Map.of("de", "Musterland", "en", "Sample state"), none);
        add(
                MUSTERSTADT.value(),
                UnitKind.MUNICIPALITY,
                Map.of("de", "Musterstadt", "en", "Musterstadt"),
                new UnitDetails(
                        new LegalEntity("Stadt Musterstadt", "NTRDE-HRB0000", "DE", "Am Markt 1\n99999 Musterstadt"),
                        new Contact("portal@musterstadt.example", "+49 000 0000", ""),
                        new SupervisoryAuthority(
                                "Datenschutzbeauftragte des Musterlands", "DE", "post@aufsicht.example", "", ""),
                        true));
        declare(portal);
    }

    private void add(String path, UnitKind kind, Map<String, String> names, UnitDetails details) {
        try {
            idp.bean(AddUnit.class).add(new AddUnit.Command(SANDBOX, new UnitPath(path), kind, names, details));
        } catch (UnitRefusedException e) {
            if (e.reason() != UnitRefusedException.Reason.ALREADY_THERE) {
                throw e;
            }
        }
    }

    /** What somebody has made of it by hand meanwhile, stays. */
    private void declare(SandboxEcosystem.PortalRegistration portal) {
        try {
            idp.bean(DeclareService.class)
                    .declare(
                            new DeclareService.Command(
                                    SANDBOX,
                                    new ClientId(portal.clientId()),
                                    Stage.SANDBOX,
                                    MUSTERSTADT,
                                    DossierDraft.parse(dossier(portal))),
                            false);
        } catch (RegistrationRefusedException e) {
            switch (e.reason()) {
                case CLIENT_ID_TAKEN, RETIRED, SUSPENDED -> {}
                case NOT_FOUND,
                        DOSSIER_MALFORMED,
                        FIELDS_INVALID,
                        CHANGED_MEANWHILE,
                        NOT_IN_THIS_STATE,
                        SECOND_PERSON_NEEDED,
                        HASH_MISMATCH,
                        DOMAIN_NOT_PROVED,
                        REASON_MISSING,
                        TOO_MANY_VERSIONS,
                        STAGE_NOT_OFFERED -> throw e;
            }
        }
    }

    private static String dossier(SandboxEcosystem.PortalRegistration portal) {
        try (InputStream template = Objects.requireNonNull(
                AgencyRegistration.class.getResourceAsStream("/sandbox-portal.json"), "sandbox-portal.json")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${redirect_uri}", portal.redirectUri().toString())
                    .replace("${home}", portal.home().toString())
                    .replace("${jwks_uri}", portal.jwksUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
