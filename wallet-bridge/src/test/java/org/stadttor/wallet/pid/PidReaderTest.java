// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.pid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.wallet.credential.Claims;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.credential.CredentialIssuer;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.VerifiedCredential;
import org.stadttor.wallet.fixture.TestCertificate;
import org.stadttor.wallet.fixture.TestIssuer;
import org.stadttor.wallet.fixture.TestJws;
import org.stadttor.wallet.fixture.TestPid;
import org.stadttor.wallet.fixture.TestVerification;
import org.stadttor.wallet.fixture.TestWallet;
import tools.jackson.databind.JsonNode;

class PidReaderTest {

    private static final Set<PidAttribute> ALL = EnumSet.allOf(PidAttribute.class);

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private String vct = "urn:eudi:pid:1";
    private String country = "DE";

    private PersonIdentification read(String claims, Set<PidAttribute> asked, Set<PidAttribute> mandatory) {
        return new PidReader(Clock.fixed(now, ZoneOffset.UTC))
                .read(
                        new VerifiedCredential(
                                CredentialFormat.DC_SD_JWT,
                                vct,
                                new CredentialIssuer("Provider", country, "00", 1),
                                Claims.of(TestJws.object(claims.replace('\'', '"')))),
                        asked,
                        mandatory);
    }

    private JsonNode value(PidAttribute attribute, String claims) {
        return read(claims, Set.of(attribute), Set.of()).attributes().get(attribute);
    }

    private void assertRejected(Reason reason, String claims) {
        assertRejected(reason, claims, ALL, Set.of());
    }

    private void assertRejected(Reason reason, String claims, Set<PidAttribute> asked, Set<PidAttribute> mandatory) {
        assertThatExceptionOfType(CredentialRejectedException.class)
                .isThrownBy(() -> read(claims, asked, mandatory))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Nested
    class Shapes {

        @Test
        void reads_a_german_pid() {
            PersonIdentification person = verified(TestPid.german(TestWallet.create()));

            assertThat(person.attributes())
                    .hasSize(7)
                    .containsEntry(PidAttribute.FAMILY_NAME, TestJws.json("\"MUSTERMANN\""))
                    .containsEntry(PidAttribute.GIVEN_NAME, TestJws.json("\"ERIKA ANNA\""))
                    .containsEntry(PidAttribute.BIRTH_FAMILY_NAME, TestJws.json("\"GABLER\""))
                    .containsEntry(PidAttribute.BIRTHDATE, TestJws.json("\"1964-08-12\""))
                    .containsEntry(PidAttribute.PLACE_OF_BIRTH, TestJws.json("{\"locality\":\"BERLIN\"}"))
                    .containsEntry(PidAttribute.NATIONALITIES, TestJws.json("[\"DE\"]"))
                    .containsEntry(
                            PidAttribute.ADDRESS,
                            TestJws.json("{\"street_address\":\"HEIDESTRASSE 17\",\"postal_code\":\"51147\","
                                    + "\"locality\":\"KÖLN\",\"country\":\"DE\"}"));
            assertThat(person.issuer().country()).isEqualTo("DE");
            assertThat(person.toString()).doesNotContain("MUSTERMANN");
        }

        @Test
        void reads_a_european_pid() {
            PersonIdentification person = verified(TestPid.european(TestWallet.create()));

            assertThat(person.attributes())
                    .hasSize(9)
                    .containsEntry(
                            PidAttribute.PLACE_OF_BIRTH, TestJws.json("{\"locality\":\"Bremen\",\"country\":\"DE\"}"))
                    .containsEntry(PidAttribute.NATIONALITIES, TestJws.json("[\"DE\",\"FR\"]"))
                    .containsEntry(PidAttribute.PERSONAL_ADMINISTRATIVE_NUMBER, TestJws.json("\"AT-00000001\""))
                    .containsEntry(PidAttribute.BIRTH_GIVEN_NAME, TestJws.json("\"Josefine\""));
            assertThat(person.attributes().get(PidAttribute.ADDRESS).get("house_number"))
                    .isEqualTo(TestJws.json("\"101 \""));
        }

        private static PersonIdentification verified(TestPid pid) {
            TestWallet wallet = TestWallet.create();
            TestIssuer issuer = TestIssuer.create();
            pid.payload(payload -> payload.putObject("cnf").set("jwk", wallet.jwk()));
            String presentation = wallet.present(
                            pid.issue(issuer), pid.disclosures(), TestVerification.BINDING, TestCertificate.NOW)
                    .text();
            VerifiedCredential credential =
                    TestVerification.verifier(issuer.list()).verify(presentation, TestVerification.BINDING);
            return new PidReader(TestVerification.CLOCK).read(credential, ALL, Set.of(PidAttribute.FAMILY_NAME));
        }
    }

    @Nested
    class Issuers {

        @Test
        void rejects_a_type_that_is_no_pid() {
            vct = "urn:eudi:ehic:1";
            assertRejected(Reason.TYPE_NOT_ALLOWED, "{}");
        }

        @Test
        void rejects_a_german_pid_of_another_member_state() {
            vct = "urn:eudi:pid:de:1";
            country = "FR";
            assertRejected(Reason.TYPE_NOT_ALLOWED_FOR_ISSUER, "{}");
        }

        @Test
        void accepts_the_common_type_of_any_member_state() {
            country = "FR";
            assertThat(read("{'issuing_country':'FR'}", ALL, Set.of()).attributes())
                    .isEmpty();
        }

        @Test
        void rejects_an_issuing_country_that_is_not_the_listed_one() {
            assertRejected(Reason.ISSUING_COUNTRY_MISMATCH, "{'issuing_country':'FR'}");
        }

        @Test
        void accepts_an_empty_issuing_country() {
            assertThat(read("{'issuing_country':''}", ALL, Set.of())).isNotNull();
        }

        @Test
        void rejects_an_issuing_country_that_is_none() {
            assertRejected(Reason.CLAIM_INVALID, "{'issuing_country':'Germany'}");
        }
    }

    @Nested
    class AdministrativeExpiry {

        @Test
        void accepts_until_the_day_is_over_everywhere() {
            now = Instant.parse("2026-11-22T17:59:59Z");
            assertThat(read("{'date_of_expiry':'2026-11-21'}", ALL, Set.of())).isNotNull();
        }

        @Test
        void rejects_when_the_day_is_over_everywhere() {
            now = Instant.parse("2026-11-22T18:00:00Z");
            assertRejected(Reason.CREDENTIAL_EXPIRED_ADMINISTRATIVELY, "{'date_of_expiry':'2026-11-21'}");
        }

        @Test
        void accepts_an_empty_date() {
            assertThat(read("{'date_of_expiry':''}", ALL, Set.of())).isNotNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"'2026'", "'2026-02-30'", "'21.11.2026'", "20261121", "'2026-11-21T00:00:00Z'"})
        void rejects_what_is_no_date(String date) {
            assertRejected(Reason.CLAIM_INVALID, "{'date_of_expiry':%s}".formatted(date));
        }
    }

    @Nested
    class Texts {

        @ParameterizedTest
        @EnumSource(
                names = {
                    "FAMILY_NAME",
                    "GIVEN_NAME",
                    "BIRTH_FAMILY_NAME",
                    "BIRTH_GIVEN_NAME",
                    "PERSONAL_ADMINISTRATIVE_NUMBER",
                    "TITLE",
                    "ALSO_KNOWN_AS"
                })
        void reads_texts_as_they_are(PidAttribute attribute) {
            assertThat(value(attribute, "{'%s':' Ö’Neill-ß '}".formatted(attribute.claim())))
                    .isEqualTo(TestJws.json("\" Ö’Neill-ß \""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"''", "'  '"})
        void takes_an_empty_text_for_absent(String text) {
            assertThat(value(PidAttribute.TITLE, "{'title':%s}".formatted(text)))
                    .isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "true", "null", "[]", "{}", "['A']"})
        void rejects_what_is_no_text(String value) {
            assertRejected(Reason.CLAIM_INVALID, "{'family_name':%s}".formatted(value));
        }

        @Test
        void counts_characters_not_code_units() {
            assertThat(value(PidAttribute.FAMILY_NAME, "{'family_name':'%s'}".formatted("𝒜".repeat(150))))
                    .isNotNull();
            assertRejected(Reason.CLAIM_INVALID, "{'family_name':'%s'}".formatted("a".repeat(151)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\\u0000b", "a\\u001bb", "a\\nb", "a\\ud800b", "a\\u0085b"})
        void rejects_control_characters_and_broken_text(String text) {
            assertRejected(Reason.CLAIM_INVALID, "{'family_name':'%s'}".formatted(text));
        }

        @Test
        void prefers_the_european_birth_name() {
            assertThat(value(PidAttribute.BIRTH_FAMILY_NAME, "{'birth_family_name':'A','birth_name':'B'}"))
                    .isEqualTo(TestJws.json("\"A\""));
            assertThat(value(PidAttribute.BIRTH_FAMILY_NAME, "{'birth_family_name':'','birth_name':'B'}"))
                    .isEqualTo(TestJws.json("\"B\""));
        }
    }

    @Nested
    class BirthDates {

        @ParameterizedTest
        @CsvSource({
            "1964-08-12,1964-08-12",
            "2000-02-29,2000-02-29",
            "1964,1964",
            "1964-08,1964-08",
            "1964-00-00,1964",
            "1964-08-00,1964-08",
            "1964-00,1964",
            "0001-01-01,0001-01-01",
            "0987-06,0987-06"
        })
        void reads_complete_and_partial_dates(String text, String read) {
            assertThat(value(PidAttribute.BIRTHDATE, "{'birthdate':'%s'}".formatted(text)))
                    .isEqualTo(TestJws.json("\"" + read + "\""));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0000",
                    "0000-08-12",
                    "1964-00-12",
                    "1964-13",
                    "1964-13-01",
                    "1964-02-30",
                    "1900-02-29",
                    "1964-8-12",
                    "64-08-12",
                    "12.08.1964",
                    "1964-08-12T00:00:00Z",
                    "19640812",
                    "1964-08-",
                    "+1964-08-12",
                    "1964-08-32",
                    "१९६४"
                })
        void rejects_what_is_no_date(String text) {
            assertRejected(Reason.CLAIM_INVALID, "{'birthdate':'%s'}".formatted(text));
        }

        @ParameterizedTest
        @ValueSource(strings = {"19640812", "null", "{}"})
        void rejects_what_is_no_text(String value) {
            assertRejected(Reason.CLAIM_INVALID, "{'birthdate':%s}".formatted(value));
        }

        @Test
        void takes_an_empty_date_for_absent() {
            assertThat(value(PidAttribute.BIRTHDATE, "{'birthdate':''}")).isNull();
            assertThat(value(PidAttribute.BIRTHDATE, "{}")).isNull();
        }

        @Test
        void accepts_today_wherever_it_has_begun() {
            now = Instant.parse("2026-11-22T06:00:00Z");
            assertThat(value(PidAttribute.BIRTHDATE, "{'birthdate':'2026-11-23'}"))
                    .isNotNull();
        }

        @Test
        void rejects_a_day_that_has_begun_nowhere() {
            now = Instant.parse("2026-11-22T05:59:59Z");
            assertRejected(Reason.CLAIM_INVALID, "{'birthdate':'2026-11-23'}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2027", "2026-12", "2027-00-00"})
        void rejects_a_partial_date_in_the_future(String text) {
            assertRejected(Reason.CLAIM_INVALID, "{'birthdate':'%s'}".formatted(text));
        }

        @Test
        void shows_no_date() {
            assertThat(BirthDate.parse("1964-08-12").orElseThrow().toString()).doesNotContain("1964");
        }
    }

    @Nested
    class Nationalities {

        @Test
        void reads_codes() {
            assertThat(value(PidAttribute.NATIONALITIES, "{'nationalities':['DE','','QU']}"))
                    .isEqualTo(TestJws.json("[\"DE\",\"QU\"]"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "['']"})
        void takes_none_for_absent(String value) {
            assertThat(value(PidAttribute.NATIONALITIES, "{'nationalities':%s}".formatted(value)))
                    .isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"'DE'", "null", "{}", "['D']", "['DEU']", "['de']", "[1]", "[null]", "[['DE']]"})
        void rejects_another_form(String value) {
            assertRejected(Reason.CLAIM_INVALID, "{'nationalities':%s}".formatted(value));
        }

        @Test
        void rejects_more_than_twenty() {
            String twenty = "'DE',".repeat(19) + "'DE'";
            assertThat(value(PidAttribute.NATIONALITIES, "{'nationalities':[%s]}".formatted(twenty)))
                    .hasSize(20);
            assertRejected(Reason.CLAIM_INVALID, "{'nationalities':[%s,'DE']}".formatted(twenty));
        }
    }

    @Nested
    class Objects {

        @Test
        void ignores_other_members() {
            assertThat(value(
                            PidAttribute.PLACE_OF_BIRTH,
                            "{'place_of_birth':{'locality':'Bonn','no_place_info':false,'x':{}}}"))
                    .isEqualTo(TestJws.json("{\"locality\":\"Bonn\"}"));
        }

        @Test
        void reads_every_member_of_an_address() {
            String address = "{'formatted':'F','street_address':'S','house_number':'1','postal_code':'P',"
                    + "'locality':'L','region':'R','country':'DE'}";
            assertThat(value(PidAttribute.ADDRESS, "{'address':%s}".formatted(address)))
                    .isEqualTo(TestJws.json(address.replace('\'', '"')));
        }

        @Test
        void reads_a_formatted_address_on_several_lines() {
            String address = "{'formatted':'Street 1\\nTown'}";
            assertThat(value(PidAttribute.ADDRESS, "{'address':%s}".formatted(address)))
                    .isEqualTo(TestJws.json(address.replace('\'', '"')));
            assertRejected(Reason.CLAIM_INVALID, "{'place_of_birth':{'locality':'Street 1\\nTown'}}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{'locality':''}", "{'no_place_info':true}"})
        void takes_an_empty_object_for_absent(String value) {
            assertThat(value(PidAttribute.PLACE_OF_BIRTH, "{'place_of_birth':%s}".formatted(value)))
                    .isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"'Bonn'", "null", "['Bonn']", "{'locality':1}", "{'country':'Germany'}"})
        void rejects_another_form(String value) {
            assertRejected(Reason.CLAIM_INVALID, "{'place_of_birth':%s}".formatted(value));
        }
    }

    @Nested
    class Demand {

        @Test
        void ignores_what_was_not_asked_for() {
            assertThat(read("{'family_name':'A','given_name':1}", Set.of(PidAttribute.FAMILY_NAME), Set.of())
                            .attributes())
                    .containsOnlyKeys(PidAttribute.FAMILY_NAME);
        }

        @Test
        void rejects_a_missing_mandatory_attribute() {
            assertRejected(Reason.CLAIM_MISSING, "{'given_name':'A'}", ALL, Set.of(PidAttribute.FAMILY_NAME));
        }

        @Test
        void rejects_an_empty_mandatory_attribute() {
            assertRejected(Reason.CLAIM_MISSING, "{'family_name':''}", ALL, Set.of(PidAttribute.FAMILY_NAME));
        }

        @Test
        void lists_types_and_attributes() {
            assertThat(PidType.vctValues()).containsExactly("urn:eudi:pid:1", "urn:eudi:pid:de:1");
            assertThat(PidType.DE.vct()).isEqualTo("urn:eudi:pid:de:1");
            assertThat(PidAttribute.of("family_name")).contains(PidAttribute.FAMILY_NAME);
            assertThat(PidAttribute.of("Family_name")).isEmpty();
        }
    }
}
