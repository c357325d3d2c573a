// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.pid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.stadttor.wallet.pid.PidAttribute.ADDRESS;
import static org.stadttor.wallet.pid.PidAttribute.ALSO_KNOWN_AS;
import static org.stadttor.wallet.pid.PidAttribute.BIRTHDATE;
import static org.stadttor.wallet.pid.PidAttribute.BIRTH_FAMILY_NAME;
import static org.stadttor.wallet.pid.PidAttribute.BIRTH_GIVEN_NAME;
import static org.stadttor.wallet.pid.PidAttribute.FAMILY_NAME;
import static org.stadttor.wallet.pid.PidAttribute.GIVEN_NAME;
import static org.stadttor.wallet.pid.PidAttribute.NATIONALITIES;
import static org.stadttor.wallet.pid.PidAttribute.PERSONAL_ADMINISTRATIVE_NUMBER;
import static org.stadttor.wallet.pid.PidAttribute.PLACE_OF_BIRTH;
import static org.stadttor.wallet.pid.PidAttribute.TITLE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadttor.wallet.credential.ClaimsPath;
import org.stadttor.wallet.credential.ClaimsPath.Component;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.dcql.CredentialQuery;
import org.stadttor.wallet.dcql.DcqlJson;
import org.stadttor.wallet.dcql.DcqlQuery;
import org.stadttor.wallet.fixture.TestJws;

class PidQueryTest {

    private static final Set<PidAttribute> IDENTITY =
            Set.of(FAMILY_NAME, GIVEN_NAME, BIRTHDATE, PLACE_OF_BIRTH, NATIONALITIES);

    @Test
    void asks_for_one_credential_of_either_type() {
        DcqlQuery query = PidQuery.forAttributes(IDENTITY);

        assertThat(query.credentialSets()).isEmpty();
        assertThat(query.credentials()).singleElement().satisfies(credential -> {
            assertThat(credential.id()).isEqualTo(PidQuery.ID).isEqualTo("pid");
            assertThat(credential.format()).isEqualTo(CredentialFormat.DC_SD_JWT);
            assertThat(credential.vctValues()).containsExactly("urn:eudi:pid:1", "urn:eudi:pid:de:1");
            assertThat(credential.multiple()).isFalse();
        });
    }

    @Test
    void asks_for_one_claim_without_claim_sets() {
        assertThat(DcqlJson.write(PidQuery.forAttributes(Set.of(FAMILY_NAME)))).isEqualTo(TestJws.json("""
                        {"credentials":[{"id":"pid","format":"dc+sd-jwt",
                          "meta":{"vct_values":["urn:eudi:pid:1","urn:eudi:pid:de:1"]},
                          "claims":[{"path":["family_name"]}]}]}"""));
    }

    @Test
    void asks_for_each_nationality() {
        CredentialQuery query =
                PidQuery.forAttributes(Set.of(NATIONALITIES)).credentials().getFirst();
        assertThat(query.claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.path())
                        .isEqualTo(new ClaimsPath(
                                List.of(new Component.Member("nationalities"), new Component.AllElements()))));
    }

    @Test
    void asks_for_the_place_by_the_least_that_serves() {
        assertThat(alternatives(Set.of(PLACE_OF_BIRTH), Set.of()))
                .containsExactly(
                        Set.of("place_of_birth.locality"),
                        Set.of("place_of_birth.region"),
                        Set.of("place_of_birth.country"));
    }

    @Test
    void asks_for_the_identity_in_the_same_way_of_both_shapes() {
        assertThat(alternatives(IDENTITY, IDENTITY).getFirst())
                .containsExactlyInAnyOrder(
                        "family_name", "given_name", "birthdate", "nationalities.*", "place_of_birth.locality");
    }

    @Test
    void asks_for_a_separate_house_number_first_so_that_it_is_not_lost() {
        assertThat(alternatives(Set.of(ADDRESS), Set.of(ADDRESS)))
                .containsExactly(
                        address("street_address", "house_number", "postal_code", "locality", "country"),
                        address("street_address", "postal_code", "locality", "country"),
                        address("street_address", "locality", "region", "country"),
                        address("formatted"));
    }

    @Test
    void lets_an_optional_attribute_be_missing_in_the_end() {
        assertThat(alternatives(Set.of(FAMILY_NAME, ADDRESS), Set.of(FAMILY_NAME)))
                .hasSize(5)
                .last()
                .isEqualTo(Set.of("family_name"));
    }

    @Test
    void asks_a_german_pid_for_its_own_claims_first() {
        assertThat(alternatives(Set.of(FAMILY_NAME, BIRTH_FAMILY_NAME, TITLE, ALSO_KNOWN_AS), Set.of()))
                .containsExactly(
                        Set.of("family_name", "birth_name", "title", "also_known_as"),
                        Set.of("family_name", "birth_name", "title"),
                        Set.of("family_name", "birth_name", "also_known_as"),
                        Set.of("family_name", "birth_name"),
                        Set.of("family_name", "title", "also_known_as"),
                        Set.of("family_name", "title"),
                        Set.of("family_name", "also_known_as"),
                        Set.of("family_name", "birth_family_name"),
                        Set.of("family_name"));
    }

    @Test
    void asks_only_for_what_has_all_mandatory_attributes() {
        assertThat(alternatives(Set.of(FAMILY_NAME, BIRTH_GIVEN_NAME), Set.of(BIRTH_GIVEN_NAME)))
                .containsExactly(Set.of("family_name", "birth_given_name"));
        assertThat(alternatives(Set.of(FAMILY_NAME, TITLE), Set.of(TITLE)))
                .containsExactly(Set.of("family_name", "title"));
        assertThat(alternatives(Set.of(FAMILY_NAME, TITLE, BIRTH_GIVEN_NAME), Set.of(TITLE)))
                .containsExactly(Set.of("family_name", "title"));
    }

    @Test
    void refuses_what_no_pid_has() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PidQuery.forAttributes(
                        Set.of(TITLE, PERSONAL_ADMINISTRATIVE_NUMBER), Set.of(TITLE, PERSONAL_ADMINISTRATIVE_NUMBER)));
        assertThatIllegalArgumentException().isThrownBy(() -> PidQuery.forAttributes(Set.of()));
    }

    @ParameterizedTest
    @EnumSource(PidAttribute.class)
    void asks_for_nothing_but_the_attribute(PidAttribute attribute) {
        alternatives(Set.of(attribute), Set.of()).stream()
                .flatMap(Set::stream)
                .forEach(leaf -> assertThat(leaf.replace("birth_name", "birth_family_name"))
                        .startsWith(attribute.claim()));
    }

    @Test
    void stays_small_and_valid_for_everything() {
        DcqlQuery query = PidQuery.forAttributes(EnumSet.allOf(PidAttribute.class));
        String json = DcqlJson.write(query).toString();

        assertThat(DcqlJson.parse(json)).isEqualTo(query);
        assertThat(json).hasSizeLessThan(16_000);
        assertThat(query.credentials().getFirst().claims())
                .allSatisfy(claim -> assertThat(query.credentials().getFirst().claimSets())
                        .anyMatch(set -> set.contains(claim.id().orElseThrow())));
    }

    private static Set<String> address(String... members) {
        return Arrays.stream(members).map(member -> "address." + member).collect(Collectors.toSet());
    }

    private static List<Set<String>> alternatives(Set<PidAttribute> asked, Set<PidAttribute> mandatory) {
        return PidQuery.forAttributes(asked, mandatory).credentials().getFirst().alternatives().stream()
                .<Set<String>>map(paths ->
                        paths.stream().map(PidQueryTest::text).collect(Collectors.toCollection(LinkedHashSet::new)))
                .toList();
    }

    private static String text(ClaimsPath path) {
        return path.components().stream()
                .map(component -> switch (component) {
                    case Component.Member(String name) -> name;
                    case Component.Index(int index) -> String.valueOf(index);
                    case Component.AllElements() -> "*";
                })
                .collect(Collectors.joining("."));
    }
}
