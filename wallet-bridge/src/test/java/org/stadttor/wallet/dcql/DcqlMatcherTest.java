// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.dcql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.wallet.credential.Claims;
import org.stadttor.wallet.credential.ClaimsPath;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.credential.CredentialIssuer;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.VerifiedCredential;
import org.stadttor.wallet.fixture.TestJws;

class DcqlMatcherTest {

    private static final CredentialQuery A = query("a", false);
    private static final CredentialQuery B = query("b", false);
    private static final CredentialQuery C = query("c", true);
    private static final List<String> ONE = List.of("presentation");
    private static final List<String> TWO = List.of("presentation", "another");

    private static CredentialQuery query(String id, boolean multiple) {
        return new CredentialQuery(
                id,
                CredentialFormat.DC_SD_JWT,
                List.of("urn:1", "urn:2"),
                multiple,
                List.of(
                        ClaimsQuery.of("x", ClaimsPath.of("x")),
                        ClaimsQuery.of("y", ClaimsPath.of("y", "z")),
                        ClaimsQuery.of("w", ClaimsPath.of("w"))),
                List.of(List.of("x", "y"), List.of("w")));
    }

    @Nested
    class Shape {

        @Test
        void accepts_every_credential_once() {
            assertThatNoException()
                    .isThrownBy(() -> DcqlMatcher.requireShape(
                            new DcqlQuery(List.of(A, B), List.of()), Map.of("a", ONE, "b", ONE)));
        }

        @Test
        void rejects_a_missing_credential() {
            assertRejected(Reason.QUERY_NOT_SATISFIED, new DcqlQuery(List.of(A, B), List.of()), Map.of("a", ONE));
        }

        @Test
        void rejects_an_empty_answer() {
            assertRejected(Reason.QUERY_NOT_SATISFIED, DcqlQuery.of(A), Map.of());
        }

        @Test
        void rejects_a_credential_that_was_not_asked_for() {
            assertRejected(Reason.PRESENTATION_NOT_ASKED, DcqlQuery.of(A), Map.of("a", ONE, "z", ONE));
        }

        @Test
        void rejects_an_empty_array() {
            assertRejected(Reason.PRESENTATION_COUNT_INVALID, DcqlQuery.of(A), Map.of("a", List.of()));
            assertRejected(Reason.PRESENTATION_COUNT_INVALID, DcqlQuery.of(C), Map.of("c", List.of()));
        }

        @Test
        void rejects_two_presentations_where_one_was_asked_for() {
            assertRejected(Reason.PRESENTATION_COUNT_INVALID, DcqlQuery.of(A), Map.of("a", TWO));
        }

        @Test
        void accepts_two_presentations_where_several_were_asked_for() {
            assertThatNoException().isThrownBy(() -> DcqlMatcher.requireShape(DcqlQuery.of(C), Map.of("c", TWO)));
        }
    }

    @Nested
    class CredentialSets {

        private final DcqlQuery either = new DcqlQuery(
                List.of(A, B, C),
                List.of(
                        new CredentialSetQuery(List.of(List.of("a"), List.of("b")), true),
                        new CredentialSetQuery(List.of(List.of("c")), false)));

        @Test
        void accepts_each_option() {
            assertThatNoException().isThrownBy(() -> DcqlMatcher.requireShape(either, Map.of("a", ONE)));
            assertThatNoException().isThrownBy(() -> DcqlMatcher.requireShape(either, Map.of("b", ONE)));
        }

        @Test
        void accepts_an_optional_set() {
            assertThatNoException().isThrownBy(() -> DcqlMatcher.requireShape(either, Map.of("a", ONE, "c", ONE)));
        }

        @Test
        void rejects_an_answer_to_the_optional_set_only() {
            assertRejected(Reason.QUERY_NOT_SATISFIED, either, Map.of("c", ONE));
        }

        @Test
        void rejects_more_than_one_option() {
            assertRejected(Reason.PRESENTATION_NOT_ASKED, either, Map.of("a", ONE, "b", ONE));
        }

        @Test
        void rejects_a_credential_of_no_set() {
            DcqlQuery query =
                    new DcqlQuery(List.of(A, B), List.of(new CredentialSetQuery(List.of(List.of("a")), true)));
            assertRejected(Reason.PRESENTATION_NOT_ASKED, query, Map.of("a", ONE, "b", ONE));
        }
    }

    @Nested
    class Credentials {

        @Test
        void accepts_each_alternative() {
            assertAccepted("urn:1", "{'x':1,'y':{'z':1}}");
            assertAccepted("urn:2", "{'w':''}");
        }

        @Test
        void accepts_more_than_was_asked_for() {
            assertAccepted("urn:1", "{'x':1,'y':{'z':1},'w':1,'more':1}");
        }

        @Test
        void rejects_another_type() {
            assertRejected(Reason.TYPE_NOT_ALLOWED, "urn:3", "{'w':1}");
        }

        @Test
        void rejects_claims_that_complete_no_alternative() {
            assertRejected(Reason.CLAIM_MISSING, "urn:1", "{'x':1,'y':{}}");
            assertRejected(Reason.CLAIM_MISSING, "urn:1", "{'y':{'z':1}}");
            assertRejected(Reason.CLAIM_MISSING, "urn:1", "{}");
        }

        @Test
        void looks_at_each_of_several() {
            Map<String, List<VerifiedCredential>> answer =
                    Map.of("c", List.of(credential("urn:1", "{'w':1}"), credential("urn:1", "{}")));
            assertThatExceptionOfType(CredentialRejectedException.class)
                    .isThrownBy(() -> DcqlMatcher.requireSatisfied(DcqlQuery.of(C), answer))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CLAIM_MISSING));
        }

        @Test
        void looks_at_the_shape_too() {
            assertThatExceptionOfType(CredentialRejectedException.class)
                    .isThrownBy(() -> DcqlMatcher.requireSatisfied(DcqlQuery.of(A), Map.of()))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.QUERY_NOT_SATISFIED));
        }

        private static void assertAccepted(String type, String claims) {
            assertThatNoException()
                    .isThrownBy(() -> DcqlMatcher.requireSatisfied(
                            DcqlQuery.of(A), Map.of("a", List.of(credential(type, claims)))));
        }

        private static void assertRejected(Reason reason, String type, String claims) {
            assertThatExceptionOfType(CredentialRejectedException.class)
                    .isThrownBy(() -> DcqlMatcher.requireSatisfied(
                            DcqlQuery.of(A), Map.of("a", List.of(credential(type, claims)))))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
        }

        private static VerifiedCredential credential(String type, String claims) {
            return new VerifiedCredential(
                    CredentialFormat.DC_SD_JWT,
                    type,
                    new CredentialIssuer("Issuer", "DE", "00", 1),
                    Claims.of(TestJws.object(claims.replace('\'', '"'))));
        }
    }

    private static void assertRejected(Reason reason, DcqlQuery query, Map<String, List<String>> answer) {
        assertThatExceptionOfType(CredentialRejectedException.class)
                .isThrownBy(() -> DcqlMatcher.requireShape(query, answer))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
