// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
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
    void asks_for_fifteen_fields_at_most() {
        assertThat(rules.check(DossierDraft.empty()))
                .containsExactlyInAnyOrder(
                        new FieldError("names.de", "missing"),
                        new FieldError("legal_entity.legal_name", "missing"),
                        new FieldError("legal_entity.identifier", "missing"),
                        new FieldError("legal_entity.country", "missing"),
                        new FieldError("public_body", "missing"),
                        new FieldError("contact.email", "missing"),
                        new FieldError("supervisory_authority.name", "missing"),
                        new FieldError("supervisory_authority.country", "missing"),
                        new FieldError("privacy_policy_uri", "missing"),
                        new FieldError("redirect_uris", "missing"),
                        new FieldError("keys", "missing"),
                        new FieldError("attributes", "missing"),
                        new FieldError("sector", "missing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wohnsitz ummelden|<200x>|names.de|too_long",
                "Wohnsitz ummelden|Wohn\u202esitz|names.de|forbidden_character",
                "NTRDE-M123|Musterstadt|legal_entity.identifier|identifier_form",
                "dienst@musterstadt.example|dienst|contact.email|email_form",
                "https://portal.example/privacy|http://portal.example/privacy|privacy_policy_uri|uri_scheme_not_https",
                "https://portal.example/callback|https://portal.example/*|redirect_uris[0]|uri_wildcard",
                "\"family_name\"|\"blood_type\"|attributes[0].attribute|attribute_unknown",
                "\"purposes\":{\"de\":\"Anrede\"}|\"purposes\":{\"en\":\"Name\"}|attributes[0].purposes.de|missing",
                "\"public_body\":true|\"public_body\":true,\"matching\":\"x\"|matching|matching_unknown",
                "\"public_body\":true|\"public_body\":true,\"matching\":\"account\"|matching|matching_attributes_missing",
                "\"public_body\":true|\"public_body\":true,\"sector\":\"A B\"|sector|sector_form",
                "\"public_body\":true|\"public_body\":true,\"jwks_uri\":\"https://portal.example/j\"|jwks_uri|keys_both_ways",
                "\"P-256\"|\"P-256\",\"use\":\"enc\"|keys[0]|key_other_use",
                "\"jwk\"|\"expires_at\":\"2030-01-01\",\"jwk\"|keys[0].expires_at|key_expiry_too_far",
                "\"jwk\"|\"expires_at\":\"morgen\",\"jwk\"|keys[0].expires_at|date_form",
                "\"jwk\"|\"expires_at\":\"2026-11-21\",\"jwk\"|keys|keys_all_expired",
            })
    void names_the_field_and_the_reason(String good, String bad, String field, String code) {
        String json = TestDossiers.good().toJson();
        assertThat(json).contains(good);
        String changed = json.replace(good, bad.replace("<200x>", "x".repeat(201)));
        assertThat(rules.check(DossierDraft.parse(changed))).containsExactly(new FieldError(field, code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{\"names\":{\"de\":\"a\"},\"names\":{\"de\":\"b\"}}",
                "{\"client_secret\":\"x\"}",
                "{\"names\":\"a\"}",
                "{\"names\":{\"de\":7}}",
                "{\"redirect_uris\":\"https://a.example\"}",
                "{\"keys\":[{\"jwk\":\"text\"}]}",
                "{\"public_body\":\"true\"}",
                "{\"attributes\":[{\"mandatory\":\"yes\"}]}",
                "{\"names\":null}",
                "{} {}",
            })
    void refuses_other_documents(String json) {
        assertThatThrownBy(() -> DossierDraft.parse(json))
                .isInstanceOfSatisfying(
                        RegistrationRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.DOSSIER_MALFORMED));
    }

    @Test
    void refuses_documents_that_are_too_large() {
        for (String json : List.of(
                "{\"names\":{\"de\":\"" + "a".repeat(20_001) + "\"}}",
                " ".repeat(300_000),
                "{\"redirect_uris\":[" + "\"a\",".repeat(100) + "\"a\"]}",
                "[".repeat(500))) {
            assertThatThrownBy(() -> DossierDraft.parse(json)).isInstanceOf(RegistrationRefusedException.class);
        }
    }

    @Test
    void advises_less_data() {
        DossierDraft dossier = TestDossiers.with(json -> {
            var attributes = json.putArray("attributes");
            for (String attribute : List.of("birthdate", "place_of_birth", "personal_administrative_number")) {
                attributes.addObject().put("attribute", attribute).put("mandatory", true);
            }
            return json;
        });
        assertThat(new DossierHints().of(dossier))
                .contains(
                        new DossierHint("attributes[0]", DossierHint.Code.BIRTHDATE_WHERE_AGE_MAY_DO),
                        new DossierHint("attributes[1]", DossierHint.Code.MATCHING_ATTRIBUTES_WITHOUT_ACCOUNT),
                        new DossierHint("attributes[2]", DossierHint.Code.UNIVERSAL_IDENTIFIER),
                        new DossierHint("attributes[0].legal_basis", DossierHint.Code.MANDATORY_WITHOUT_LEGAL_BASIS),
                        new DossierHint("attributes[0].retention", DossierHint.Code.RETENTION_MISSING),
                        new DossierHint("keys", DossierHint.Code.SINGLE_KEY));
    }

    @FuzzTest
    void any_document_is_refused_or_written_again_as_it_was_read(byte[] input) {
        try {
            DossierDraft draft = DossierDraft.parse(new String(input, StandardCharsets.UTF_8));
            assertThat(DossierDraft.parse(draft.toJson())).isEqualTo(draft);
            assertThat(rules.check(draft)).isNotNull();
            assertThat(new DossierHints().of(draft)).isNotNull();
            assertThat(DossierDiff.between(draft, draft).isEmpty()).isTrue();
        } catch (RegistrationRefusedException e) {
            assertThat(e.reason()).isEqualTo(Reason.DOSSIER_MALFORMED);
        }
    }
}
