// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.dcql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.testing.SharedMaterial;
import org.stadttor.wallet.credential.ClaimsPath;
import org.stadttor.wallet.credential.ClaimsPath.Component;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.dcql.InvalidQueryException.Reason;
import org.stadttor.wallet.fixture.TestJws;

class DcqlJsonTest {

    private static final String COMPLETE = """
            {"credentials": [
               {"id": "pid", "format": "dc+sd-jwt", "meta": {"vct_values": ["urn:a", "urn:b"]}, "multiple": true,
                "claims": [{"id": "c0", "path": ["family_name"]}, {"id": "c1", "path": ["nationalities", null]},
                           {"id": "c2", "path": ["list", 0, "x"]}],
                "claim_sets": [["c0", "c1"], ["c2"]]},
               {"id": "other", "format": "dc+sd-jwt", "meta": {"vct_values": ["urn:c"]}}],
             "credential_sets": [{"options": [["pid"], ["other", "pid"]]}, {"options": [["other"]], "required": false}]}""";

    private static DcqlQuery complete() {
        return DcqlJson.parse(COMPLETE);
    }

    @Nested
    class Reading {

        @Test
        void reads_every_member() {
            DcqlQuery query = complete();

            assertThat(query.credentials())
                    .containsExactly(
                            new CredentialQuery(
                                    "pid",
                                    CredentialFormat.DC_SD_JWT,
                                    List.of("urn:a", "urn:b"),
                                    true,
                                    List.of(
                                            ClaimsQuery.of("c0", ClaimsPath.of("family_name")),
                                            ClaimsQuery.of(
                                                    "c1",
                                                    new ClaimsPath(List.of(
                                                            new Component.Member("nationalities"),
                                                            new Component.AllElements()))),
                                            ClaimsQuery.of(
                                                    "c2",
                                                    new ClaimsPath(List.of(
                                                            new Component.Member("list"),
                                                            new Component.Index(0),
                                                            new Component.Member("x"))))),
                                    List.of(List.of("c0", "c1"), List.of("c2"))),
                            new CredentialQuery(
                                    "other",
                                    CredentialFormat.DC_SD_JWT,
                                    List.of("urn:c"),
                                    false,
                                    List.of(),
                                    List.of()));
            assertThat(query.credentialSets())
                    .containsExactly(
                            new CredentialSetQuery(List.of(List.of("pid"), List.of("other", "pid")), true),
                            new CredentialSetQuery(List.of(List.of("other")), false));
            assertThat(query.credential("other")).isPresent();
            assertThat(query.credential("nobody")).isEmpty();
        }

        @Test
        void ignores_unknown_members() {
            assertThat(DcqlJson.parse(COMPLETE.replace("\"multiple\"", "\"x\":1,\"multiple\"")))
                    .isEqualTo(complete());
        }

        @Test
        void reads_claims_without_identifiers() {
            DcqlQuery query = DcqlJson.parse(credential("\"claims\":[{\"path\":[\"a\"]}]"));
            assertThat(query.credentials().getFirst().claims())
                    .containsExactly(new ClaimsQuery(Optional.empty(), ClaimsPath.of("a")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "{\"credentials\":[],\"credentials\":[]}", "{} {}"})
        void rejects_what_is_no_json(String text) {
            assertRejected(Reason.NOT_JSON, text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[]",
                    "{}",
                    "{'credentials':[]}",
                    "{'credentials':{}}",
                    "{'credentials':[1]}",
                    "{'credentials':[{'format':'dc+sd-jwt','meta':{'vct_values':['a']}}]}",
                    "{'credentials':[{'id':'a','format':1,'meta':{'vct_values':['a']}}]}",
                    "{'credentials':[{'id':'a','format':'dc+sd-jwt'}]}",
                    "{'credentials':[{'id':'a','format':'dc+sd-jwt','meta':{}}]}",
                    "{'credentials':[{'id':'a','format':'dc+sd-jwt','meta':{'vct_values':[]}}]}",
                    "{'credentials':[{'id':'a','format':'dc+sd-jwt','meta':{'vct_values':['a']},'multiple':'true'}]}",
                    "{'credentials':[{'id':'a','format':'dc+sd-jwt','meta':{'vct_values':['a']},'claims':[]}]}",
                    "{'credentials':[{'id':'a','format':'dc+sd-jwt','meta':{'vct_values':['a']},'claims':[{}]}]}",
                    "{'credentials':[{'id':'a','format':'dc+sd-jwt','meta':{'vct_values':['a']}}],'credential_sets':[]}"
                })
        void rejects_a_member_of_another_form(String json) {
            assertRejected(Reason.MEMBER_INVALID, json.replace('\'', '"'));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                "claims":[{"path":[-1]}]                                              | PATH_INVALID
                "claims":[{"path":[1.5]}]                                             | PATH_INVALID
                "claims":[{"path":[2147483648]}]                                      | PATH_INVALID
                "claims":[{"path":[true]}]                                            | PATH_INVALID
                "claims":[{"path":["a"]},{"path":["a"]}]                              | CLAIM_DUPLICATE
                "claims":[{"path":["vct"]}]                                           | CLAIM_NEVER_SELECTIVE
                "claims":[{"path":["status","status_list"]}]                          | CLAIM_NEVER_SELECTIVE
                "claim_sets":[["a"]]                                                  | CLAIM_SETS_WITHOUT_CLAIMS
                "claims":[{"path":["a"]}],"claim_sets":[["a"]]                        | IDENTIFIER_INVALID
                "claims":[{"id":"","path":["a"]}]                                     | IDENTIFIER_INVALID
                "claims":[{"id":"a b","path":["a"]}]                                  | IDENTIFIER_INVALID
                "claims":[{"id":"a","path":["a"]},{"id":"a","path":["b"]}]            | IDENTIFIER_DUPLICATE
                "claims":[{"id":"a","path":["a"]}],"claim_sets":[["b"]]               | IDENTIFIER_UNKNOWN
                "claims":[{"id":"a","path":["a"]}],"claim_sets":[["a","a"]]           | IDENTIFIER_DUPLICATE
                "require_cryptographic_holder_binding":false                          | HOLDER_BINDING_WAIVED
                """)
        void rejects_what_breaks_a_rule(String member, Reason reason) {
            assertRejected(reason, credential(member));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"credentials":[{"id":"a.b","format":"dc+sd-jwt","meta":{"vct_values":["a"]}}]}    | IDENTIFIER_INVALID
                {"credentials":[{"id":"a","format":"mso_mdoc","meta":{"doctype_value":"a"}}]}      | FORMAT_NOT_SUPPORTED
                {"credentials":[{"id":"a","format":"dc+sd-jwt","meta":{"vct_values":[""]}}]}       | TYPES_EMPTY
                """)
        void rejects_a_credential_query_that_breaks_a_rule(String json, Reason reason) {
            assertRejected(reason, json);
        }

        @Test
        void rejects_two_credentials_of_one_name() {
            assertRejected(Reason.IDENTIFIER_DUPLICATE, COMPLETE.replace("\"id\": \"other\"", "\"id\": \"pid\""));
        }

        @Test
        void rejects_a_credential_set_of_unknown_credentials() {
            assertRejected(Reason.IDENTIFIER_UNKNOWN, COMPLETE.replace("[[\"other\"]]", "[[\"nobody\"]]"));
        }

        @Test
        void rejects_an_option_that_names_a_credential_twice() {
            assertRejected(Reason.IDENTIFIER_DUPLICATE, COMPLETE.replace("[[\"other\"]]", "[[\"other\", \"other\"]]"));
        }

        private static String credential(String member) {
            return "{\"credentials\":[{\"id\":\"a\",\"format\":\"dc+sd-jwt\",\"meta\":{\"vct_values\":[\"a\"]},%s}]}"
                    .formatted(member);
        }

        private static void assertRejected(Reason reason, String json) {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(() -> DcqlJson.parse(json))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                    .withMessage(reason.code());
        }
    }

    @Nested
    class Construction {

        @Test
        void rejects_empty_lists() {
            assertEmptyRejected(() -> new DcqlQuery(List.of(), List.of()));
            assertEmptyRejected(() -> new CredentialSetQuery(List.of(), true));
            assertEmptyRejected(() -> new CredentialSetQuery(List.of(List.of()), true));
            assertEmptyRejected(() -> new CredentialQuery(
                    "a",
                    CredentialFormat.DC_SD_JWT,
                    List.of("a"),
                    false,
                    List.of(ClaimsQuery.of("a", ClaimsPath.of("a"))),
                    List.of(List.of())));
        }

        private static void assertEmptyRejected(Runnable construction) {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(construction::run)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY));
        }

        @Test
        void rejects_a_query_without_types() {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(() -> new CredentialQuery(
                            "a", CredentialFormat.DC_SD_JWT, List.of(), false, List.of(), List.of()))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TYPES_EMPTY));
        }

        @Test
        void lists_alternatives_in_order() {
            assertThat(complete().credentials().getFirst().alternatives())
                    .extracting(List::size)
                    .containsExactly(2, 1);
            assertThat(complete().credentials().getLast().alternatives()).containsExactly(List.of());
        }
    }

    @Nested
    class Writing {

        @Test
        void writes_what_it_read() {
            assertThat(DcqlJson.write(complete())).isEqualTo(TestJws.json(COMPLETE));
        }

        @Test
        void leaves_out_what_is_empty() {
            DcqlQuery query = DcqlQuery.of(
                    new CredentialQuery("a", CredentialFormat.DC_SD_JWT, List.of("t"), false, List.of(), List.of()));
            assertThat(DcqlJson.write(query))
                    .isEqualTo(
                            TestJws.json(
                                    "{\"credentials\":[{\"id\":\"a\",\"format\":\"dc+sd-jwt\",\"meta\":{\"vct_values\":[\"t\"]}}]}"));
        }
    }

    @Nested
    class PublishedQueries {

        @Test
        void reads_the_query_of_the_eu_reference_wallet() {
            assertRead(SharedMaterial.text("standards/vectors/eudi-ref/sd-jwt-vc-pid-dcql-query.json"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"02-dcql.json", "04-dcql.json", "07-ehicSdJwtVc-dcql.json"})
        void reads_queries_of_the_eu_reference_verifier(String file) {
            assertRead(published(file));
        }

        @Test
        void refuses_queries_for_other_formats() {
            String query = published("06-pidPlusMdl-dcql.json").replace("doctype_value", "vct_values");
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(() -> DcqlJson.parse(query))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FORMAT_NOT_SUPPORTED));
        }

        private static String published(String file) {
            return TestJws.json(SharedMaterial.text("standards/vectors/verifier-endpoint/" + file))
                    .get("dcql_query")
                    .toString();
        }

        private static void assertRead(String json) {
            DcqlQuery query = DcqlJson.parse(json);
            assertThat(query.credentials()).isNotEmpty();
            assertThat(DcqlJson.parse(DcqlJson.write(query).toString())).isEqualTo(query);
        }

        @Test
        void has_a_code_for_each_reason() {
            assertThat(Stream.of(Reason.values()).map(Reason::code)).allMatch(code -> code.matches("[a-z_]+"));
        }
    }
}
