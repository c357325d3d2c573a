// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stadttor.trustlist.certificate.CertificateInputException;
import org.stadttor.trustlist.comparison.Difference;
import org.stadttor.trustlist.evaluation.TrustDecision;
import org.stadttor.trustlist.evaluation.TrustExplanation;
import org.stadttor.trustlist.evaluation.TrustRule;
import org.stadttor.trustlist.issuer.EntityVersion;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.lote.StatusPolicy;

/** Everything that can happen has a sentence. */
class OverviewMessagesTest {

    private static List<String> keys(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> prefix + value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void every_code_has_a_sentence() throws Exception {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/messages/overview.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        assertThat(texts.stringPropertyNames())
                .containsAll(Stream.of(
                                keys("overview.rule.", TrustRule.values()),
                                keys("overview.why.reason.", TrustDecision.Reason.values()),
                                keys("overview.outcome.", TrustExplanation.Outcome.values()),
                                keys("overview.why.refused.", QuestionRefusedException.Reason.values()),
                                keys("overview.why.hint.", TrustAnswer.Hint.values()),
                                keys("overview.proposal.kind.", Proposal.Kind.values()),
                                keys("overview.input.", CertificateInputException.Reason.values()),
                                keys("overview.task.", Task.Kind.values()),
                                keys("overview.urgency.", Task.Urgency.values()),
                                keys("overview.condition.", ListState.Condition.values()),
                                keys("overview.expiry.", Expiry.Kind.values()),
                                keys("overview.calendar.kind.", Expiry.Kind.values()),
                                keys("overview.purpose.", ListPurpose.values()),
                                keys("overview.state.", EntityVersion.State.values()),
                                keys("overview.entity.since.", EntityVersion.State.values()),
                                keys("overview.event.", EntityVersion.Event.values()),
                                keys("overview.status-policy.", StatusPolicy.values()),
                                keys("diff.kind.", Difference.Kind.values()),
                                keys("diff.field.", Difference.Field.values()))
                        .flatMap(List::stream)
                        .toList())
                .containsAll(Arrays.stream(Task.Kind.values())
                        .map(kind -> "overview.task." + kind.code() + ".next")
                        .toList());
    }
}
