// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.wallet.openid4vp.OpenId4VpException.Reason;

class ResponsePayloadTest {

    private static AuthorizationResponse parse(String json) {
        return ResponsePayload.parse(json.getBytes(StandardCharsets.UTF_8))
                .requireState("s")
                .response();
    }

    private static void rejects(Reason reason, String json) {
        assertThatExceptionOfType(OpenId4VpException.class)
                .isThrownBy(() -> parse(json))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Nested
    class Json {

        @Test
        void accepts_unknown_members() {
            assertThat(parse("{\"vp_token\":{\"pid\":[\"x\"]},\"state\":\"s\",\"iss\":\"w\",\"more\":{\"a\":1}}"))
                    .isInstanceOf(AuthorizationResponse.VpToken.class);
        }

        @Test
        void rejects_duplicate_members() {
            rejects(Reason.PAYLOAD_MALFORMED, "{\"state\":\"s\",\"state\":\"s\",\"vp_token\":{\"pid\":[\"x\"]}}");
            rejects(Reason.PAYLOAD_MALFORMED, "{\"state\":\"s\",\"vp_token\":{\"pid\":[\"x\"],\"pid\":[\"y\"]}}");
        }

        @Test
        void rejects_text_behind_the_object() {
            rejects(Reason.PAYLOAD_MALFORMED, "{\"state\":\"s\",\"vp_token\":{\"pid\":[\"x\"]}} {}");
        }

        @Test
        void rejects_other_values() {
            for (String json : List.of("", "[]", "\"x\"", "null", "{", "{\"state\":s}")) {
                rejects(Reason.PAYLOAD_MALFORMED, json);
            }
        }

        @Test
        void rejects_deep_nesting() {
            rejects(
                    Reason.PAYLOAD_MALFORMED,
                    "{\"state\":\"s\",\"x\":" + "[".repeat(100) + "]".repeat(100) + ",\"vp_token\":{\"pid\":[\"x\"]}}");
        }

        @Test
        void rejects_bad_utf8() {
            assertThatExceptionOfType(OpenId4VpException.class)
                    .isThrownBy(() -> ResponsePayload.parse(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}));
        }
    }

    @Nested
    class State {

        @Test
        void rejects_missing() {
            rejects(Reason.STATE_MISSING, "{\"vp_token\":{\"pid\":[\"x\"]}}");
            rejects(Reason.STATE_MISSING, "{\"vp_token\":{\"pid\":[\"x\"]},\"state\":\"\"}");
            rejects(Reason.STATE_MISSING, "{\"vp_token\":{\"pid\":[\"x\"]},\"state\":null}");
            rejects(Reason.STATE_MISSING, "{\"vp_token\":{\"pid\":[\"x\"]},\"state\":[\"s\"]}");
        }

        @Test
        void rejects_foreign() {
            rejects(Reason.STATE_MISMATCH, "{\"vp_token\":{\"pid\":[\"x\"]},\"state\":\"S\"}");
            rejects(Reason.STATE_MISMATCH, "{\"error\":\"access_denied\",\"state\":\"ss\"}");
        }
    }

    @Nested
    class VpToken {

        @Test
        void accepts_object_of_arrays() {
            assertThat(parse("{\"vp_token\":{\"pid\":[\"x\",\"y\"]},\"state\":\"s\"}"))
                    .isInstanceOfSatisfying(AuthorizationResponse.VpToken.class, token -> {
                        assertThat(token.presentations()).containsEntry("pid", List.of("x", "y"));
                        assertThat(token.toString()).isEqualTo("VpToken[pid]");
                    });
        }

        @Test
        void rejects_missing() {
            rejects(Reason.VP_TOKEN_MISSING, "{\"state\":\"s\"}");
        }

        @Test
        void rejects_json_as_string() {
            rejects(Reason.VP_TOKEN_NOT_AN_OBJECT, "{\"vp_token\":\"{\\\"pid\\\":[\\\"x\\\"]}\",\"state\":\"s\"}");
        }

        @Test
        void rejects_array_and_empty_object() {
            rejects(Reason.VP_TOKEN_NOT_AN_OBJECT, "{\"vp_token\":[\"x\"],\"state\":\"s\"}");
            rejects(Reason.VP_TOKEN_NOT_AN_OBJECT, "{\"vp_token\":{},\"state\":\"s\"}");
            rejects(Reason.VP_TOKEN_NOT_AN_OBJECT, "{\"vp_token\":null,\"state\":\"s\"}");
        }

        @Test
        void rejects_string_instead_of_array() {
            rejects(Reason.PRESENTATIONS_NOT_AN_ARRAY, "{\"vp_token\":{\"pid\":\"x\"},\"state\":\"s\"}");
        }

        @Test
        void rejects_empty_array_and_objects_in_it() {
            rejects(Reason.PRESENTATIONS_NOT_AN_ARRAY, "{\"vp_token\":{\"pid\":[]},\"state\":\"s\"}");
            rejects(Reason.PRESENTATIONS_NOT_AN_ARRAY, "{\"vp_token\":{\"pid\":[{}]},\"state\":\"s\"}");
        }

        @Test
        void rejects_too_many() {
            String many = IntStream.range(0, AuthorizationResponse.MAX_PRESENTATIONS + 1)
                    .mapToObj(i -> "\"p" + i + "\":[\"x\"]")
                    .collect(Collectors.joining(","));
            rejects(Reason.VP_TOKEN_TOO_MANY, "{\"vp_token\":{" + many + "},\"state\":\"s\"}");
        }
    }

    @Nested
    class Errors {

        @Test
        void maps_known_codes() {
            assertThat(parse("{\"error\":\"access_denied\",\"error_description\":\"<b>\",\"state\":\"s\"}"))
                    .isEqualTo(new AuthorizationResponse.Failed(WalletError.ACCESS_DENIED));
            assertThat(WalletError.ACCESS_DENIED.code()).isEqualTo("wallet_access_denied");
            assertThat(WalletError.WALLET_UNAVAILABLE.code()).isEqualTo("wallet_unavailable");
        }

        @Test
        void maps_any_other_text_to_one_code() {
            for (String error : List.of("\"<script>\"", "\"ACCESS_DENIED\"", "\"other\"", "\"\"", "7", "{}")) {
                AuthorizationResponse response = parse("{\"error\":" + error + ",\"state\":\"s\"}");
                assertThat(response).isEqualTo(new AuthorizationResponse.Failed(WalletError.OTHER));
            }
            assertThat(WalletError.OTHER.code()).isEqualTo("wallet_error");
        }

        @Test
        void rejects_error_beside_presentations() {
            rejects(
                    Reason.RESPONSE_AMBIGUOUS,
                    "{\"error\":\"access_denied\",\"vp_token\":{\"pid\":[\"x\"]},\"state\":\"s\"}");
        }
    }
}
