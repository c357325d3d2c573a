// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.curation.FieldProblem.Kind;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.ListPurpose;

class ReadEntityFormTest {

    private static final IssuerDetails DETAILS = TestKey.create("Form").issuer("Musterdruckerei");
    private static final EntityForm GOOD = EntityForm.of(Optional.empty(), DETAILS, "Betrieb beginnt");

    private static EntityForm with(Field field, String value) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.putAll(GOOD.values());
        values.put(field, value);
        return new EntityForm(GOOD.purpose(), GOOD.changed(), values, List.of());
    }

    private static void assertProblem(Field field, String value, String key) {
        assertThat(ReadEntityForm.of(with(field, value)))
                .isInstanceOfSatisfying(
                        FormReading.Incomplete.class,
                        incomplete -> assertThat(incomplete.problems())
                                .extracting(FieldProblem::field, FieldProblem::messageKey)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple(field, "curation.problem." + key)));
    }

    @Test
    void accepts_what_a_form_was_filled_with() {
        assertThat(ReadEntityForm.of(GOOD)).isEqualTo(new FormReading.Complete(DETAILS, "Betrieb beginnt"));
    }

    @Test
    void accepts_what_every_other_purpose_asks_for() {
        for (ListPurpose purpose : ListPurpose.values()) {
            IssuerDetails details = TestKey.create("Form").issuer(purpose, "Musterstelle");
            EntityForm form = EntityForm.of(Optional.empty(), details, "neu");
            assertThat(ReadEntityForm.of(form)).as(purpose.code()).isInstanceOf(FormReading.Complete.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEIXG-529900T8BM49AURSDO55", "VATDE-123456789", "BK:DE-09162000", "NTRDE-HRB 1"})
    void accepts_registration_ids(String id) {
        assertThat(ReadEntityForm.of(with(Field.REGISTRATION_ID, id))).isInstanceOf(FormReading.Complete.class);
    }

    @ParameterizedTest
    @CsvSource({
        "notfall@example.org,mailto:notfall@example.org",
        "mailto:a@b.de,mailto:a@b.de",
        "+49 89 / 123-456,tel:+4989123456",
        "https://example.org/notfall,https://example.org/notfall"
    })
    void accepts_addresses(String typed, String stored) {
        assertThat(ReadEntityForm.of(with(Field.REACHABLE_AT, typed)))
                .isInstanceOfSatisfying(
                        FormReading.Complete.class,
                        complete -> assertThat(complete.details().contact().electronicAddresses())
                                .containsExactly(stored));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "http://example.org",
                "https://user@example.org/",
                "https://exam ple.org",
                "//example.org",
                "notfall",
                "a@b@c",
                "089 123456"
            })
    void rejects_other_addresses(String typed) {
        assertProblem(Field.REACHABLE_AT, typed, "reachable_at_form");
    }

    @Test
    void rejects_each_missing_field_with_its_own_sentence() {
        for (Field field : Field.values()) {
            FormReading reading = ReadEntityForm.of(with(field, " \n"));
            if (reading instanceof FormReading.Incomplete incomplete) {
                assertThat(incomplete.problems()).singleElement().satisfies(problem -> {
                    assertThat(problem.messageKey()).isEqualTo("curation.problem.missing." + field.code());
                    assertSentence(problem.messageKey());
                });
            } else {
                assertThat(field)
                        .isIn(
                                Field.ADDRESS_COUNTRY,
                                Field.INFORMATION,
                                Field.STATUS,
                                Field.SD_JWT_TYPES,
                                Field.MDOC_TYPES,
                                Field.OTHER_TYPES);
            }
        }
    }

    @Test
    void every_kind_of_problem_has_a_sentence() {
        Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.MISSING)
                .forEach(kind -> assertSentence("curation.problem." + kind.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u202eb", "a\u200bb", "a\u2028b", "a\ud800b", "\ue000"})
    void rejects_characters_nobody_sees(String typed) {
        assertProblem(Field.NAME, typed, "invisible_characters");
        assertProblem(Field.REASON, typed, "invisible_characters");
    }

    @Test
    void rejects_what_is_too_long_or_too_much() {
        assertProblem(Field.LEGAL_BASIS, "x".repeat(201), "too_long");
        assertProblem(Field.SD_JWT_TYPES, "urn:x\n".repeat(16), "too_many_lines");
    }

    @Test
    void rejects_types_and_identifiers_that_are_none() {
        assertProblem(Field.REGISTRATION_ID, "HRB 80443", "registration_id_form");
        assertProblem(Field.REGISTRATION_ID, "ntrde-1", "registration_id_form");
        assertProblem(Field.COUNTRY, "XX", "country_unknown");
        assertProblem(Field.SD_JWT_TYPES, "two words", "type_form");
        assertProblem(Field.MDOC_TYPES, "ümlaut", "type_form");
        assertProblem(Field.OTHER_TYPES, "onlyone", "other_type_form");
        assertProblem(Field.INFORMATION, "http://example.org", "web_address_form");
        assertProblem(Field.STATUS_POLICY, "MAYBE", "missing.status-policy");
    }

    @Test
    void rejects_certificates_that_are_none() {
        assertProblem(Field.ISSUANCE, "AAAA", "certificate.certificate_unreadable");
        assertProblem(Field.STATUS, "-----BEGIN PRIVATE KEY-----", "certificate.private_key_inside");
    }

    @Test
    void rejects_files_that_are_none_and_says_so_once() {
        EntityForm form = with(Field.ISSUANCE, "").withFile(Field.ISSUANCE, "%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(ReadEntityForm.of(form))
                .isInstanceOfSatisfying(
                        FormReading.Incomplete.class,
                        incomplete -> assertThat(incomplete.problems())
                                .extracting(FieldProblem::messageKey)
                                .containsExactly("curation.problem.certificate.not_pem_or_base64"));
    }

    private static void assertSentence(String key) {
        assertThat(ResourceBundle.getBundle("messages/curation", Locale.ROOT).getString(key))
                .isNotBlank();
    }
}
