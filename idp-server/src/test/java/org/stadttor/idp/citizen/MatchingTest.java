// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadttor.idp.TestBrowser;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.citizen.CitizenNotIdentifiableException.Reason;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.pid.PersonIdentification;
import org.stadttor.wallet.pid.PidAttribute;

class MatchingTest {

    private static final ClientId PARTY = new ClientId("accounts");

    private static TestIdp idp;

    @BeforeAll
    static void start() {
        idp = TestIdp.start(TestDatabase.create());
        TestRelyingParty.register(
                idp,
                "accounts",
                "account",
                "family_name",
                "given_name",
                "birthdate",
                "place_of_birth",
                "personal_administrative_number");
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @ParameterizedTest
    @CsvSource({
        "STRASSE,straße",
        "STRAẞE,Strasse",
        "MÜLLER,mu\u0308ller",
        "'von  der   Heide',VON DER HEIDE",
        "' Anna ',anna",
        "'von\u00a0Ohm',von ohm",
        "'von\u2003Ohm',von ohm",
        "'Zero\u200bWidth\u00ad\u2066',zerowidth",
    })
    void finds_the_same_person_in_other_spelling(String one, String other) {
        assertThat(PersonMatching.normalised(one)).isEqualTo(PersonMatching.normalised(other));
    }

    @ParameterizedTest
    @CsvSource({"Müller,Mueller", "Anna Maria,Annamaria", "Meier,Meyer"})
    void keeps_different_names_apart(String one, String other) {
        assertThat(PersonMatching.normalised(one)).isNotEqualTo(PersonMatching.normalised(other));
    }

    @Test
    void rejects_missing_and_incomplete_attributes() {
        for (PidAttribute attribute :
                new PidAttribute[] {PidAttribute.FAMILY_NAME, PidAttribute.GIVEN_NAME, PidAttribute.PLACE_OF_BIRTH}) {
            Map<PidAttribute, String> person = person("missing");
            person.remove(attribute);
            assertReason(TestBrowser.person(person), Reason.MATCHING_ATTRIBUTE_MISSING);
        }
        for (String date : new String[] {"1964", "1964-08", "1964-00-00", ""}) {
            Map<PidAttribute, String> person = person("partial");
            person.put(PidAttribute.BIRTHDATE, "\"" + date + "\"");
            assertReason(TestBrowser.person(person), Reason.MATCHING_ATTRIBUTE_MISSING);
        }
    }

    @Test
    void rejects_names_that_say_nothing() {
        for (String nothing : new String[] {" ", "\u200b", "-", "***", "\u2003", "?"}) {
            for (PidAttribute attribute : new PidAttribute[] {PidAttribute.FAMILY_NAME, PidAttribute.GIVEN_NAME}) {
                Map<PidAttribute, String> person = person("nothing");
                person.put(attribute, "\"" + nothing + "\"");
                assertReason(TestBrowser.person(person), Reason.MATCHING_ATTRIBUTE_MISSING);
            }
        }
    }

    /** There are many people of the same name and day of birth in one country. */
    @Test
    void rejects_a_vague_place_of_birth_without_a_number() {
        for (String place : new String[] {
            "{\"country\":\"DE\"}", "{\"region\":\"Bayern\",\"country\":\"DE\"}", "{\"locality\":\"-\"}", "{}"
        }) {
            Map<PidAttribute, String> person = person("vague");
            person.put(PidAttribute.PLACE_OF_BIRTH, place);
            assertReason(TestBrowser.person(person), Reason.MATCHING_ATTRIBUTE_MISSING);
        }
        Map<PidAttribute, String> person = person("vague");
        person.put(PidAttribute.PLACE_OF_BIRTH, "{\"country\":\"DE\"}");
        person.put(PidAttribute.PERSONAL_ADMINISTRATIVE_NUMBER, "\"555\"");
        assertThat(identify(TestBrowser.person(person))).isEqualTo(identify(TestBrowser.person(person)));
    }

    @Test
    void rejects_the_same_names_with_another_number() {
        String subject = identify(numbered("twins", "111"));
        assertThat(identify(numbered("twins", "111"))).isEqualTo(subject);
        assertThat(identify(TestBrowser.person(person("twins")))).isEqualTo(subject);
        assertReason(numbered("twins", "222"), Reason.MATCHING_COLLISION);
    }

    @Test
    void rejects_a_number_that_belongs_to_other_names() {
        identify(numbered("before", "333"));
        assertReason(numbered("after", "333"), Reason.MATCHING_COLLISION);
    }

    @Test
    void rejects_the_same_names_in_a_pid_of_another_country() {
        identify(TestBrowser.person(person("abroad"), "DE"));
        assertThatThrownBy(() -> identify(TestBrowser.person(person("abroad"), "FR")))
                .isInstanceOfSatisfying(
                        CitizenNotIdentifiableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.MATCHING_COLLISION));
    }

    @Test
    void gives_parties_of_one_sector_the_same_subject() {
        TestRelyingParty.register(
                idp, "neighbour", "account", "family_name", "given_name", "birthdate", "place_of_birth");
        PersonIdentification person = TestBrowser.person(person("sector"));
        assertThat(idp.bean(IdentifyCitizen.class)
                        .identify(person, new ClientId("neighbour"))
                        .subject())
                .isEqualTo(identify(person));
    }

    private static Map<PidAttribute, String> person(String mark) {
        Map<PidAttribute, String> person = new EnumMap<>(PidAttribute.class);
        person.put(PidAttribute.FAMILY_NAME, "\"Muster " + mark + "\"");
        person.put(PidAttribute.GIVEN_NAME, "\"Erika\"");
        person.put(PidAttribute.BIRTHDATE, "\"1964-08-12\"");
        person.put(PidAttribute.PLACE_OF_BIRTH, "{\"locality\":\"Berlin\"}");
        return person;
    }

    private static PersonIdentification numbered(String mark, String number) {
        Map<PidAttribute, String> person = person(mark);
        person.put(PidAttribute.PERSONAL_ADMINISTRATIVE_NUMBER, "\"" + number + "\"");
        return TestBrowser.person(person);
    }

    private static String identify(PersonIdentification person) {
        return idp.bean(IdentifyCitizen.class).identify(person, PARTY).subject();
    }

    private static void assertReason(PersonIdentification person, Reason reason) {
        assertThatThrownBy(() -> identify(person))
                .isInstanceOfSatisfying(
                        CitizenNotIdentifiableException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
