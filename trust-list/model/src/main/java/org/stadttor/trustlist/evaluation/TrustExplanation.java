// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.evaluation.TrustDecision.Reason;
import org.stadttor.trustlist.evaluation.TrustDecision.Untrusted;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;

/**
 * A trust decision with everything that was asked on the way. It is made by {@link TrustEvaluator} itself, which tells
 * its steps: there is no second implementation that could disagree.
 *
 * @param decision the decision
 * @param steps in the order they were taken; last the rules that were not reached
 */
public record TrustExplanation(TrustDecision decision, List<Step> steps) {

    /**
     * A rule and how it came out.
     *
     * @param certificate of which it was asked; null if it was asked of the list or not at all
     * @param reason why it does not hold; null if it does or was not asked
     */
    public record Step(
            TrustRule rule,
            @Nullable X509Certificate certificate,
            Outcome outcome,
            @Nullable Reason reason) {}

    /** How a rule came out. */
    public enum Outcome {
        PASSED,
        /** The decision is this one. */
        FAILED,
        /** It does not hold for this listed certificate; another one of the list was looked at. */
        SET_ASIDE,
        /** The decision had been made before, or did not need it. */
        NOT_REACHED
    }

    public TrustExplanation {
        steps = List.copyOf(steps);
    }

    /** Explains what {@link TrustEvaluator#evaluate} answers. */
    public static TrustExplanation of(
            ListOfTrustedEntities list, CertificateChain chain, ServiceType service, Instant at) {
        Recorder recorder = new Recorder();
        TrustDecision decision = TrustEvaluator.evaluate(list, chain, service, at, recorder);
        return new TrustExplanation(decision, recorder.steps(decision));
    }

    private static final class Recorder implements Steps {

        private final List<Step> taken = new ArrayList<>();

        @Override
        public void begin(TrustRule rule, @Nullable X509Certificate certificate) {
            taken.add(new Step(rule, certificate, Outcome.PASSED, null));
        }

        @Override
        public void setAside(Reason reason) {
            end(taken.size() - 1, Outcome.SET_ASIDE, reason);
        }

        List<Step> steps(TrustDecision decision) {
            if (decision instanceof Untrusted untrusted) {
                end(decisive(untrusted.reason()), Outcome.FAILED, untrusted.reason());
            }
            List<Step> all = new ArrayList<>(taken);
            Arrays.stream(TrustRule.values())
                    .filter(rule -> taken.stream().noneMatch(step -> step.rule() == rule))
                    .forEach(rule -> all.add(new Step(rule, null, Outcome.NOT_REACHED, null)));
            return all;
        }

        /** The last step, unless the last candidate was set aside: then the refusal of the first one counts. */
        private int decisive(Reason reason) {
            for (int i = 0; taken.getLast().outcome() == Outcome.SET_ASIDE && i < taken.size(); i++) {
                if (taken.get(i).outcome() == Outcome.SET_ASIDE && taken.get(i).reason() == reason) {
                    return i;
                }
            }
            return taken.size() - 1;
        }

        private void end(int index, Outcome outcome, Reason reason) {
            Step step = taken.get(index);
            taken.set(index, new Step(step.rule(), step.certificate(), outcome, reason));
        }
    }
}
