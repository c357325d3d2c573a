// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.wallet.Misbehaviour;
import org.stadttor.sandbox.wallet.VerifierAnswer;

/** A wallet does one thing wrong: it is refused, the citizen is told, the audit trail has the reason. */
class MisbehavingWalletTest {
    private static final Map<Misbehaviour, String> REASONS = Map.ofEntries(
            Map.entry(Misbehaviour.REVOKED, "status_revoked"),
            Map.entry(Misbehaviour.SUSPENDED, "status_suspended"),
            Map.entry(Misbehaviour.APPLICATION_STATUS, "status_unknown"),
            Map.entry(Misbehaviour.STATUS_MISSING, "status_missing"),
            Map.entry(Misbehaviour.STATUS_LIST_UNAVAILABLE, "status_unavailable"),
            Map.entry(Misbehaviour.STATUS_LIST_UNTRUSTED, "status_untrusted"),
            Map.entry(Misbehaviour.STATUS_LIST_EXPIRED, "status_unavailable"),
            Map.entry(Misbehaviour.STATUS_LIST_OTHER_SUBJECT, "status_malformed"),
            Map.entry(Misbehaviour.STATUS_INDEX_OUT_OF_RANGE, "status_malformed"),
            Map.entry(Misbehaviour.EXPIRED, "expired"),
            Map.entry(Misbehaviour.NOT_YET_VALID, "not_yet_valid"),
            Map.entry(Misbehaviour.UNKNOWN_ISSUER, "issuer_chain_invalid"),
            Map.entry(Misbehaviour.SELF_SIGNED_ISSUER, "issuer_chain_invalid"),
            Map.entry(Misbehaviour.ISSUER_CERTIFICATE_EXPIRED, "issuer_certificate_expired"),
            Map.entry(Misbehaviour.WRONG_TYPE, "type_not_allowed"),
            Map.entry(Misbehaviour.WRONG_HEADER_TYPE, "typ_invalid"),
            Map.entry(Misbehaviour.HOLDER_KEY_MISSING, "holder_key_missing"),
            Map.entry(Misbehaviour.TAMPERED_SIGNATURE, "signature_invalid"),
            Map.entry(Misbehaviour.TAMPERED_DISCLOSURE, "disclosure_unreferenced"),
            Map.entry(Misbehaviour.EXTRA_DISCLOSURE, "disclosure_unreferenced"),
            Map.entry(Misbehaviour.REPEATED_DISCLOSURE, "disclosure_duplicate"),
            Map.entry(Misbehaviour.CLAIMS_WITHHELD, "claim_missing"),
            Map.entry(Misbehaviour.KEY_BINDING_MISSING, "key_binding_missing"),
            Map.entry(Misbehaviour.WRONG_NONCE, "key_binding_nonce_mismatch"),
            Map.entry(Misbehaviour.WRONG_AUDIENCE, "key_binding_audience_mismatch"),
            Map.entry(Misbehaviour.AUDIENCE_ARRAY, "key_binding_malformed"),
            Map.entry(Misbehaviour.KEY_BINDING_OLD, "key_binding_time_invalid"),
            Map.entry(Misbehaviour.KEY_BINDING_IN_FUTURE, "key_binding_time_invalid"),
            Map.entry(Misbehaviour.WRONG_HOLDER_KEY, "key_binding_signature_invalid"),
            Map.entry(Misbehaviour.KEY_BINDING_WRONG_TYPE, "key_binding_typ_invalid"),
            Map.entry(Misbehaviour.WRONG_DISCLOSURE_DIGEST, "key_binding_digest_mismatch"),
            Map.entry(Misbehaviour.KEY_BINDING_UNSIGNED, "key_binding_malformed"),
            Map.entry(Misbehaviour.STRING_INSTEAD_OF_ARRAY, "presentations_not_an_array"),
            Map.entry(Misbehaviour.TWO_PRESENTATIONS, "presentation_count_invalid"),
            Map.entry(Misbehaviour.UNKNOWN_QUERY_ID, "presentation_not_asked"),
            Map.entry(Misbehaviour.EMPTY_ANSWER, "vp_token_missing"));

    private final World world = World.get();

    @ParameterizedTest
    @MethodSource("endingMisbehaviours")
    void is_refused_with_its_own_reason(Misbehaviour misbehaviour, String reason) {
        try (PortalLogin login = PortalLogin.begin(world)) {
            VerifierAnswer answer = login.present(login.otherDeviceLink(), People.ERIKA, misbehaviour);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isPresent();
            assertThat(world.refusal()).contains("\"" + reason + "\"");

            Page refused = login.awaitEnd();
            assertThat(refused.has("refusal")).isTrue();
            assertThat(refused.text("support-code")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
            Page portal = login.browser.press(refused, "cancel");
            assertThat(portal.has("portal-error-code")).isTrue();
        }
    }

    /** What anybody could have posted who has seen the address must not end somebody else's login. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "UNENCRYPTED",
                "WRONG_ENCRYPTION_KEY",
                "UNKNOWN_ENCRYPTION_KEY_ID",
                "ENCRYPTION_METHOD_NOT_OFFERED",
                "WRONG_STATE"
            })
    void is_refused_and_may_try_again(Misbehaviour misbehaviour) {
        try (PortalLogin login = PortalLogin.begin(world)) {
            URI link = login.otherDeviceLink();
            VerifierAnswer answer = login.present(link, People.ERIKA, misbehaviour);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isPresent();
            assertThat(login.present(link, People.ERIKA, Misbehaviour.NONE).accepted())
                    .isTrue();
            assertThat(login.awaitEnd().has("portal-greeting")).isTrue();
        }
    }

    @Test
    void cannot_answer_twice() {
        try (PortalLogin login = PortalLogin.begin(world)) {
            VerifierAnswer second = login.present(login.otherDeviceLink(), People.ERIKA, Misbehaviour.ANSWERED_TWICE);
            assertThat(second.status()).isEqualTo(400);
            assertThat(login.awaitEnd().has("portal-greeting")).isTrue();
        }
    }

    static Stream<Arguments> endingMisbehaviours() {
        return REASONS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> arguments(e.getKey(), e.getValue()));
    }
}
