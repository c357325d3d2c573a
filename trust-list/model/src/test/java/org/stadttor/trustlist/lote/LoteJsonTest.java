// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.testing.SharedMaterial;
import org.stadttor.trustlist.lote.InvalidListException.Reason;
import org.stadttor.trustlist.testing.TestCertificate;
import org.stadttor.trustlist.testing.TestList;

class LoteJsonTest {

    private static final X509Certificate CA = TestCertificate.rootCa("CA").certificate();
    private static final X509Certificate SIGNER =
            TestCertificate.selfSigned("Signer").certificate();
    private static final ListOfTrustedEntities FULL = TestList.full(SIGNER, CA);
    private static final String JSON = new String(LoteJson.write(FULL), StandardCharsets.UTF_8);

    private static void assertRefused(String json, Reason reason) {
        assertRefused(json.getBytes(StandardCharsets.UTF_8), reason);
        assertThatExceptionOfType(InvalidListException.class)
                .isThrownBy(() -> LoteJson.read(json))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void assertRefused(byte[] json, Reason reason) {
        assertThatExceptionOfType(InvalidListException.class)
                .isThrownBy(() -> LoteJson.read(json))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static String with(String what, String instead) {
        assertThat(JSON).contains(what);
        return JSON.replace(what, instead);
    }

    @Nested
    class RoundTrip {
        @Test
        void reads_back_what_was_written() {
            assertThat(LoteJson.read(LoteJson.write(FULL))).isEqualTo(FULL);
        }

        @Test
        void writes_times_in_utc_without_fraction() {
            ListOfTrustedEntities list = new ListOfTrustedEntities(
                    FULL.typeUri(),
                    2,
                    "x",
                    "EU",
                    Instant.parse("2026-01-01T00:00:00.987Z"),
                    Instant.parse("2026-02-01T00:00:00.987Z"),
                    List.of());
            assertThat(new String(LoteJson.write(list), StandardCharsets.UTF_8))
                    .contains("\"ListIssueDateTime\":\"2026-01-01T00:00:00Z\"")
                    .contains("\"NextUpdate\":\"2026-02-01T00:00:00Z\"");
        }

        @Test
        void writes_an_empty_list_without_entities() {
            String json = new String(LoteJson.write(TestList.of()), StandardCharsets.UTF_8);
            assertThat(json).doesNotContain("TrustedEntitiesList");
            assertThat(LoteJson.read(json).entities()).isEmpty();
        }

        @Test
        void writes_the_fixed_uris_of_annex_d() {
            assertThat(JSON)
                    .contains(
                            "\"StatusDeterminationApproach\":\"http://uri.etsi.org/19602/PIDProvidersList/StatusDetn/EU\"")
                    .contains("http://uri.etsi.org/19602/PIDProviders/schemerules/EU")
                    .contains("http://uri.etsi.org/19602/ListOfTrustedEntities/PIDProvider/DE")
                    .doesNotContain("HistoricalInformationPeriod")
                    .doesNotContain("ServiceStatus");
        }

        @Test
        void status_policy_survives_and_defaults_to_required() {
            assertThat(FULL.entities().getFirst().services())
                    .extracting(TrustedService::statusPolicy)
                    .containsExactly(StatusPolicy.NO_STATUS_ISSUED, StatusPolicy.STATUS_REQUIRED);
            assertThat(LoteJson.read(with("no_status_issued", "whatever"))
                            .entities()
                            .getFirst()
                            .services())
                    .extracting(TrustedService::statusPolicy)
                    .containsOnly(StatusPolicy.STATUS_REQUIRED);
        }
    }

    @Nested
    class Wrapper {
        @Test
        void rejects_lote_wrapper_missing() {
            assertRefused(JSON.substring("{\"LoTE\":".length(), JSON.length() - 1), Reason.WRAPPER_MISSING);
            assertRefused("[]", Reason.WRAPPER_MISSING);
            assertRefused("{\"LoTE\":null}", Reason.WRAPPER_MISSING);
        }

        @Test
        void rejects_what_is_no_json() {
            assertRefused("", Reason.WRAPPER_MISSING);
            assertRefused("{", Reason.MALFORMED_JSON);
            assertRefused("\uFEFF" + JSON, Reason.MALFORMED_JSON);
            assertRefused(JSON + "{}", Reason.MALFORMED_JSON);
            assertRefused(new byte[] {'{', (byte) 0xC3, '}'}, Reason.MALFORMED_JSON);
            assertRefused(JSON.getBytes(StandardCharsets.UTF_16LE), Reason.MALFORMED_JSON);
        }

        @Test
        void rejects_duplicate_members_at_any_depth() {
            assertRefused(
                    with("\"LoTESequenceNumber\":1,", "\"LoTESequenceNumber\":1,\"LoTESequenceNumber\":2,"),
                    Reason.DUPLICATE_MEMBER);
            assertRefused(with("\"Country\":\"DE\"", "\"Country\":\"DE\",\"Country\":\"FR\""), Reason.DUPLICATE_MEMBER);
        }

        @Test
        void tolerates_unknown_members() {
            assertThat(LoteJson.read(
                            with("\"LoTEVersionIdentifier\":1", "\"New\":{\"a\":[1]},\"LoTEVersionIdentifier\":1")))
                    .isEqualTo(FULL);
        }

        @Test
        void rejects_sizes_beyond_the_limits() {
            assertRefused(new byte[LoteJson.MAX_SIZE + 1], Reason.TOO_LARGE);
            assertRefused("[".repeat(100) + "]".repeat(100), Reason.LIMIT_EXCEEDED);
            assertRefused(with("Rathausplatz 1", "x".repeat(5_000)), Reason.LIMIT_EXCEEDED);
            assertRefused(with("Rathausplatz 1", "x".repeat(200_000)), Reason.LIMIT_EXCEEDED);
            assertRefused(
                    with("\"DistributionPoints\":[", "\"DistributionPoints\":[" + "\"a\",".repeat(10_000)),
                    Reason.LIMIT_EXCEEDED);
        }
    }

    @Nested
    class Scheme {
        @Test
        void rejects_other_versions() {
            assertRefused(
                    with("\"LoTEVersionIdentifier\":1", "\"LoTEVersionIdentifier\":2"), Reason.VERSION_NOT_SUPPORTED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "1.5", "\"1\"", "1e2", "99999999999999999999", "null", "true"})
        void rejects_sequence_numbers_that_are_no_positive_integers(String number) {
            assertRefused(with("\"LoTESequenceNumber\":1", "\"LoTESequenceNumber\":" + number), Reason.MEMBER_INVALID);
        }

        @Test
        void rejects_next_update_null_or_missing() {
            assertRefused(
                    with("\"NextUpdate\":\"2026-11-23T12:00:00Z\"", "\"NextUpdate\":null"), Reason.NEXT_UPDATE_MISSING);
            assertRefused(with("\"NextUpdate\":\"2026-11-23T12:00:00Z\",", ""), Reason.NEXT_UPDATE_MISSING);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"tomorrow\"", "\"2026-11-23\"", "1763900000", "\"2026-13-01T00:00:00Z\""})
        void rejects_next_update_that_is_no_time(String value) {
            assertRefused(
                    with("\"NextUpdate\":\"2026-11-23T12:00:00Z\"", "\"NextUpdate\":" + value), Reason.MEMBER_INVALID);
        }

        @Test
        void rejects_missing_members() {
            assertRefused(
                    with(
                            "\"LoTEType\":\"" + FULL.typeUri()
                                    + "\",\"SchemeOperatorName\":[{\"lang\":\"en\",\"value\":\"Musterstadt\"}],\"SchemeOperatorAddress\"",
                            "\"SchemeOperatorAddress\""),
                    Reason.MEMBER_MISSING);
            assertRefused(with("\"ListIssueDateTime\":\"2026-11-22T12:00:00Z\",", ""), Reason.MEMBER_MISSING);
        }

        @ParameterizedTest
        @ValueSource(strings = {"true", "\"true\"", "1", "null"})
        void rejects_unknown_critical_extensions_everywhere(String critical) {
            String extension = "[{\"extensionId\":\"urn:x\",\"critical\":" + critical + "}]";
            assertRefused(
                    with("\"DistributionPoints\"", "\"SchemeExtensions\":" + extension + ",\"DistributionPoints\""),
                    Reason.UNKNOWN_CRITICAL_EXTENSION);
            assertRefused(
                    with("\"TEName\"", "\"TEInformationExtensions\":" + extension + ",\"TEName\""),
                    Reason.UNKNOWN_CRITICAL_EXTENSION);
            assertRefused(with("\"critical\":false", "\"Critical\":" + critical), Reason.UNKNOWN_CRITICAL_EXTENSION);
        }

        @Test
        void tolerates_unknown_extensions_that_are_not_critical() {
            assertThat(LoteJson.read(with(
                            "\"TEName\"",
                            "\"TEInformationExtensions\":[{\"critical\":\"false\"},{\"a\":1},\"b\"],\"TEName\"")))
                    .isEqualTo(FULL);
        }

        @Test
        void https_variant_of_the_list_type_is_another_type() {
            ListOfTrustedEntities https = LoteJson.read(
                    with(
                            "\"LoTEType\":\"http://uri.etsi.org/19602/LoTEType/EUPIDProvidersList\",\"SchemeOperatorName\":[{\"lang\":\"en\",\"value\":\"Musterstadt\"}],\"SchemeOperatorAddress\"",
                            "\"LoTEType\":\"https://uri.etsi.org/19602/LoTEType/EUPIDProvidersList\",\"SchemeOperatorName\":[{\"lang\":\"en\",\"value\":\"Musterstadt\"}],\"SchemeOperatorAddress\""));
            assertThatExceptionOfType(InvalidListException.class)
                    .isThrownBy(() -> https.requireType(ListOfTrustedEntities.PID_PROVIDERS))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_LIST_TYPE));
        }

        @Test
        void rejects_wrong_list_type() {
            String wallet = "http://uri.etsi.org/19602/LoTEType/EUWalletProvidersList";
            assertThatExceptionOfType(InvalidListException.class)
                    .isThrownBy(() -> LoteJson.read(JSON.replace(FULL.typeUri(), wallet))
                            .requireType(ListOfTrustedEntities.PID_PROVIDERS))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_LIST_TYPE));
            assertThat(FULL.requireType(ListOfTrustedEntities.PID_PROVIDERS)).isSameAs(FULL);
        }

        @Test
        void accepts_both_names_of_the_pointers_member() {
            ListOfTrustedEntities list = LoteJson.read(with("PointersToOtherLoTE", "PointerToOtherLoTE"));
            assertThat(list.scheme().pointers())
                    .singleElement()
                    .satisfies(p -> assertThat(p.signers()).containsExactly(SIGNER));
            assertThat(list).isEqualTo(FULL);
        }
    }

    @Nested
    class Entities {
        @Test
        void takes_the_country_from_the_member_state_uri_before_the_postal_address() {
            assertThat(country(with("PIDProvider/DE", "PIDProvider/FR"))).isEqualTo("FR");
        }

        @Test
        void reads_the_two_exceptional_codes_as_iso_codes() {
            assertThat(country(with("PIDProvider/DE", "PIDProvider/EL"))).isEqualTo("GR");
            assertThat(country(with("PIDProvider/DE", "PIDProvider/UK"))).isEqualTo("GB");
        }

        @Test
        void falls_back_to_the_postal_address() {
            assertThat(country(with("PIDProvider/DE", "PIDProvider/unknown"))).isEqualTo("DE");
            assertThat(country(with("PIDProvider/DE", "x").replace("\"Country\":\"DE\"", "\"Country\":\"Germany\"")))
                    .isEmpty();
        }

        @Test
        void takes_the_english_name_where_there_is_one_else_the_first() {
            String german = "[{\"lang\":\"de\",\"value\":\"Druckerei\"},";
            assertThat(name(with("\"TEName\":[", "\"TEName\":" + german))).isEqualTo("Bundesdruckerei");
            assertThat(name(with("\"TEName\":[{\"lang\":\"en\"", "\"TEName\":" + german + "{\"lang\":\"fr\"")))
                    .isEqualTo("Druckerei");
        }

        @Test
        void knows_the_service_types_exactly() {
            assertThat(ServiceType.of("http://uri.etsi.org/19602/SvcType/PID/Revocation"))
                    .contains(ServiceType.PID_REVOCATION);
            assertThat(ServiceType.of("https://uri.etsi.org/19602/SvcType/PID/Revocation"))
                    .isEmpty();
        }

        @Test
        void status_policy_of_an_extension_that_is_not_ours_relaxes_nothing() {
            assertThat(LoteJson.read(with("urn:stadttor:trust-list:extension:status-policy", "urn:other"))
                            .entities()
                            .getFirst()
                            .services())
                    .extracting(TrustedService::statusPolicy)
                    .containsOnly(StatusPolicy.STATUS_REQUIRED);
        }

        @Test
        void rejects_two_member_states() {
            assertRefused(
                    with("https://example.org/a", "http://uri.etsi.org/19602/ListOfTrustedEntities/PIDProvider/AT"),
                    Reason.MEMBER_INVALID);
        }

        @Test
        void takes_the_registration_id_from_the_trade_name() {
            assertThat(registrationId(JSON)).isEqualTo("NTRDE-HRB1");
            assertThat(registrationId(with("NTRDE-HRB1", "LEIXG-254900ZNYA1FLUQ9U393")))
                    .isEqualTo("LEIXG-254900ZNYA1FLUQ9U393");
            assertThat(registrationId(with("NTRDE-HRB1", "just a trade name"))).isEmpty();
        }

        @Test
        void deduplicates_certificates() {
            String certificate = JSON.replaceAll(".*\"TrustedEntitiesList\".*?(\\{\"val\":\"[^\"]*\"}).*", "$1");
            assertThat(LoteJson.read(with("[" + certificate + "]", "[" + certificate + "," + certificate + "]"))
                            .entities()
                            .getFirst()
                            .services()
                            .getFirst()
                            .certificates())
                    .containsExactly(CA);
        }

        @Test
        void rejects_unreadable_certificates() {
            assertRefused(JSON.replaceAll("\"val\":\"[^\"]*\"", "\"val\":\"AAAA\""), Reason.CERTIFICATE_UNREADABLE);
            assertRefused(JSON.replaceAll("\"val\":\"[^\"]*\"", "\"val\":\"%%%\""), Reason.CERTIFICATE_UNREADABLE);
            assertRefused(JSON.replaceAll("\"val\":\"[^\"]*\"", "\"val\":\"\""), Reason.CERTIFICATE_UNREADABLE);
        }

        @Test
        void passes_over_a_withdrawn_service() {
            ListOfTrustedEntities list = LoteJson.read(with(
                    "\"ServiceTypeIdentifier\":\"" + ServiceType.PID_ISSUANCE.uri() + "\"",
                    "\"ServiceStatus\":\"http://uri.etsi.org/19602/PubEAAProvidersList/SvcStatus/withdrawn\","
                            + "\"ServiceTypeIdentifier\":\"" + ServiceType.PID_ISSUANCE.uri() + "\""));
            assertThat(list.entities().getFirst().services())
                    .singleElement()
                    .satisfies(s -> assertThat(s.typeUri()).isEqualTo(ServiceType.PID_REVOCATION.uri()));
        }

        private static String country(String json) {
            return LoteJson.read(json).entities().getFirst().country();
        }

        private static String name(String json) {
            return LoteJson.read(json).entities().getFirst().name();
        }

        private static String registrationId(String json) {
            return LoteJson.read(json).entities().getFirst().registrationId();
        }
    }

    @Nested
    class Published {
        @Test
        void reads_the_mock_list_of_the_commission() {
            ListOfTrustedEntities list = LoteJson.read(SharedMaterial.text("trust-data/lote/ec-mock-pid-v0.0.2.json"));
            assertThat(list.entities()).hasSize(15);
            assertThat(list.operatorName()).isEqualTo("European Commission");
            assertThat(list.entities().getFirst().country()).isEqualTo("FR");
            assertThat(list.entities().getFirst().registrationId()).isEqualTo("VATFR-2356568");
        }

        @Test
        void refuses_the_invalid_example() {
            assertRefused(SharedMaterial.text("standards/vectors/lote/invalid.json"), Reason.WRAPPER_MISSING);
            assertRefused(SharedMaterial.text("trust-data/lote/dss-invalid.json"), Reason.WRAPPER_MISSING);
        }

        @Test
        void refuses_examples_that_the_schema_allows_but_that_cannot_be_decided_on() {
            assertRefused(SharedMaterial.text("standards/vectors/lote/valid-emptyTE.json"), Reason.MEMBER_MISSING);
            assertRefused(SharedMaterial.text("standards/vectors/lote/valid.json"), Reason.MEMBER_MISSING);
            assertRefused(SharedMaterial.text("standards/vectors/lote/valid-full.json"), Reason.CERTIFICATE_UNREADABLE);
        }
    }
}
