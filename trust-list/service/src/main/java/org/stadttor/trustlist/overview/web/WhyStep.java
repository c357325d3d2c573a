// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.certificate.CertificateDetails;
import org.stadttor.trustlist.evaluation.TrustExplanation;

/**
 * A row of the table of rules.
 *
 * @param subject of the certificate it was asked of, or empty
 * @param reason code of the reason, if it did not hold
 */
public record WhyStep(
        String rule,
        String section,
        String outcome,
        String subject,
        @Nullable String reason) {

    static List<WhyStep> of(TrustExplanation explanation) {
        return explanation.steps().stream().map(WhyStep::of).toList();
    }

    private static WhyStep of(TrustExplanation.Step step) {
        return new WhyStep(
                step.rule().code(),
                step.rule().section(),
                step.outcome().name().toLowerCase(Locale.ROOT),
                step.certificate() == null
                        ? ""
                        : CertificateDetails.of(step.certificate(), List.of()).subject(),
                step.reason() == null ? null : step.reason().code());
    }
}
