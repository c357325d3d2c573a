// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RegistrationRules;
import org.stadttor.idp.relyingparty.RelyingParty;

class DossierRulesTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final DossierRules rules = new DossierRules(false, clock);

    @Test
    void accepts_the_least_with_the_organisation_behind_it() {
        ServiceDossier dossier = rules.require(TestDossiers.good());
        RelyingParty relyingParty = dossier.asRelyingParty(new ClientId("rp-1"));
        assertThat(relyingParty.sector()).isEqualTo("portal.example");
        assertThat(dossier.expiringKeys())
                .containsExactly(new ServiceDossier.ExpiringKey("k1", Instant.parse("2027-11-23T00:00:00Z")));
        RegistrationRules stored = new RegistrationRules(false);
        assertThat(stored.write(stored.read(stored.write(relyingParty)))).isEqualTo(stored.write(relyingParty));
    }

    @Test
    void names_every_field_that_is_missing() {
        assertThat(rules.check(DossierDraft.empty()))
                .contains(
                        new FieldError("names.de", "missing"),
                        new FieldError("legal_entity.identifier", "missing"),
                        new FieldError("public_body", "missing"),
                        new FieldError("contact.email", "missing"),
                        new FieldError("supervisory_authority.name", "missing"),
                        new FieldError("privacy_policy_uri", "missing"),
                        new FieldError("redirect_uris", "missing"),
                        new FieldError("keys", "missing"),
                        new FieldError("attributes", "missing"))
                .hasSizeLessThanOrEqualTo(15);
    }
}
