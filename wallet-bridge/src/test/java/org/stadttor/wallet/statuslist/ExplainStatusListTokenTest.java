// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.stadttor.wallet.credential.VerificationExplanation;
import org.stadttor.wallet.fixture.TestCertificate;

/** That explanations agree with the verification is asserted with each test of {@link StatusListTokenTest}. */
class ExplainStatusListTokenTest {

    private final StatusWorld world = new StatusWorld();
    private final ExplainStatusListToken explain =
            new ExplainStatusListToken(world, Clock.fixed(TestCertificate.NOW, ZoneOffset.UTC));

    @Test
    void tells_signer_and_entry() {
        String jwt =
                TestStatusToken.by(world.one.revocation().issueLeaf("Signer")).jwt();
        VerificationExplanation explanation = explain.explain(jwt, null, 0L);
        assertThat(explanation.refusal()).isEmpty();
        assertThat(explanation.facts())
                .containsEntry("issuer", "One")
                .containsEntry("entries", "16")
                .containsEntry("status", "0x01")
                .containsEntry("sub", TestStatusToken.URI);
    }

    @Test
    void refuses_a_stranger_and_a_missing_entry() {
        String jwt = TestStatusToken.by(TestCertificate.ca("Stranger").issueLeaf("Signer"))
                .jwt();
        assertThat(explain.explain(jwt, null, null).refusal()).contains("signer_untrusted");
        String ours =
                TestStatusToken.by(world.one.revocation().issueLeaf("Signer")).jwt();
        assertThat(explain.explain(ours, null, 99L).refusal()).contains("index_out_of_range");
        assertThat(explain.explain(ours, "https://elsewhere.example/1", null).refusal())
                .contains("subject_mismatch");
    }
}
