// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.stadttor.trustlist.evaluation.TrustExplanation;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.VerificationExplanation.IssuerRule;
import org.stadttor.wallet.trust.TrustListSource;
import org.stadttor.wallet.trust.TrustListUnavailableException;

/** Every rule of the decision about an issuer; none if there is no list or no readable chain. */
final class IssuerRules {

    private IssuerRules() {}

    static List<IssuerRule> explain(List<String> x5c, TrustListSource trustLists, Instant now) {
        try {
            return TrustExplanation.of(
                            trustLists.pidProviders(), CertificateHeader.chain(x5c), ServiceType.PID_ISSUANCE, now)
                    .steps()
                    .stream()
                    .map(IssuerRules::rule)
                    .toList();
        } catch (CredentialRejectedException | TrustListUnavailableException _) {
            return List.of();
        }
    }

    private static IssuerRule rule(TrustExplanation.Step step) {
        return new IssuerRule(
                step.rule().code(),
                step.rule().section(),
                step.outcome().name().toLowerCase(Locale.ROOT),
                step.reason() == null ? "" : step.reason().code());
    }
}
