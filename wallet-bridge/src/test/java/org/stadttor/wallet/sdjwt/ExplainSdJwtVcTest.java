// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadttor.wallet.fixture.TestVerification.BINDING;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stadttor.wallet.credential.ExplainCredential.Expected;
import org.stadttor.wallet.credential.VerificationCheck;
import org.stadttor.wallet.credential.VerificationExplanation;
import org.stadttor.wallet.credential.VerificationExplanation.Outcome;
import org.stadttor.wallet.credential.VerificationExplanation.Step;
import org.stadttor.wallet.fixture.TestIssuer;
import org.stadttor.wallet.fixture.TestPid;
import org.stadttor.wallet.fixture.TestVerification;
import org.stadttor.wallet.fixture.TestWallet;

/** That explanations agree with the verifier is asserted with each test of {@link SdJwtVcVerifierTest}. */
class ExplainSdJwtVcTest {

    private final TestIssuer issuer = TestIssuer.create();
    private final TestWallet wallet = TestWallet.create();

    private VerificationExplanation explain(String pasted, Expected expected) {
        return new ExplainSdJwtVc(TestVerification.verifier(issuer.list()), issuer::list).explain(pasted, expected);
    }

    private static Map<VerificationCheck, Outcome> outcomes(VerificationExplanation explanation) {
        Map<VerificationCheck, Outcome> outcomes = new EnumMap<>(VerificationCheck.class);
        for (Step step : explanation.steps()) {
            outcomes.put(step.check(), step.outcome());
        }
        return outcomes;
    }

    @Test
    void says_of_a_presentation_what_cannot_be_compared() {
        String presentation = wallet.present(TestPid.german(wallet), issuer, BINDING, "family_name")
                .text();
        VerificationExplanation explanation = explain(presentation, Expected.NOTHING);
        assertThat(explanation.refusal()).isEmpty();
        assertThat(outcomes(explanation))
                .containsEntry(VerificationCheck.KEY_BINDING_SIGNATURE, Outcome.PASSED)
                .containsEntry(VerificationCheck.KEY_BINDING_DIGEST, Outcome.PASSED)
                .containsEntry(VerificationCheck.KEY_BINDING_REQUEST, Outcome.NOT_ASKED)
                .containsEntry(VerificationCheck.STATUS, Outcome.PASSED);
        assertThat(explanation.issuerRules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.section()).isNotBlank());
    }

    @Test
    void looks_at_a_credential_without_holder() {
        TestPid pid = TestPid.german(wallet);
        VerificationExplanation explanation =
                explain(wallet.present(pid, issuer, BINDING, "family_name").withoutKeyBinding(), Expected.NOTHING);
        assertThat(explanation.refusal()).isEmpty();
        assertThat(outcomes(explanation))
                .containsEntry(VerificationCheck.ISSUER_SIGNATURE, Outcome.PASSED)
                .containsEntry(VerificationCheck.KEY_BINDING_SIGNATURE, Outcome.NOT_ASKED);
    }

    @Test
    void goes_on_after_a_check_that_others_do_not_need() {
        TestPid pid = TestPid.german(wallet).payload(payload -> payload.put("vct", "urn:example:other"));
        VerificationExplanation explanation = explain(
                wallet.present(pid, issuer, BINDING, "family_name").text(),
                new Expected(BINDING.clientId(), "another nonce", BINDING.requestedAt()));
        assertThat(explanation.refusal()).contains("type_not_allowed");
        assertThat(outcomes(explanation))
                .containsEntry(VerificationCheck.TYPE, Outcome.FAILED)
                .containsEntry(VerificationCheck.AUDIENCE, Outcome.PASSED)
                .containsEntry(VerificationCheck.KEY_BINDING_REQUEST, Outcome.FAILED)
                .containsEntry(VerificationCheck.KEY_BINDING_DIGEST, Outcome.PASSED);
    }

    @Test
    void stops_where_the_issuer_is_not_listed() {
        VerificationExplanation explanation = explain(
                wallet.present(TestPid.german(wallet), TestIssuer.create(), BINDING, "family_name")
                        .text(),
                Expected.NOTHING);
        assertThat(explanation.refusal()).contains("issuer_chain_invalid");
        assertThat(outcomes(explanation)).containsEntry(VerificationCheck.ISSUER_SIGNATURE, Outcome.NOT_REACHED);
        assertThat(explanation.issuerRules()).anyMatch(rule -> rule.outcome().equals("failed"));
    }

    @Test
    void shows_no_value_of_a_claim() {
        VerificationExplanation explanation = explain(
                wallet.present(TestPid.german(wallet), issuer, BINDING, "family_name")
                        .text(),
                Expected.NOTHING);
        assertThat(explanation.toString()).contains("family_name").doesNotContain("MUSTERMANN");
    }
}
