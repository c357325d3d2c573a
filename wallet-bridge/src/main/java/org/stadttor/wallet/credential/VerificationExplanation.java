// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a verification came out, check by check. Holds no claim value: names of claims, the issuer as the list names it, and
 * times.
 *
 * @param steps every check there is for such a thing, in order
 * @param issuerRules for the check of the issuer (or signer): every rule of the trust decision, in order
 * @param facts what it says about itself, by stable name, for example {@code type}, {@code claims}, {@code issuer}
 */
public record VerificationExplanation(List<Step> steps, List<IssuerRule> issuerRules, Map<String, String> facts) {

    /** How a check came out. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** There was nothing to compare with, or the thing has no such part. */
        NOT_ASKED,
        /** A check before it failed on which it depends. */
        NOT_REACHED
    }

    /**
     * A check.
     *
     * @param reason stable code of the refusal, if it failed
     */
    public record Step(VerificationCheck check, Outcome outcome, Optional<String> reason) {}

    /**
     * A rule of the trust decision.
     *
     * @param rule stable code
     * @param section standard and clause
     * @param outcome {@code passed}, {@code failed}, {@code set_aside} (of a listed certificate that is not the one) or
     *     {@code not_reached}
     * @param reason stable code, empty unless failed or set aside
     */
    public record IssuerRule(String rule, String section, String outcome, String reason) {}

    public VerificationExplanation {
        steps = List.copyOf(steps);
        issuerRules = List.copyOf(issuerRules);
        facts = Map.copyOf(facts);
    }

    /** The reason of the first check that failed; empty if none did. */
    public Optional<String> refusal() {
        return steps.stream()
                .filter(step -> step.outcome() == Outcome.FAILED)
                .findFirst()
                .flatMap(Step::reason);
    }

    /** Writes an explanation down while it happens. */
    public static final class Recorder {

        private final List<VerificationCheck> checks;
        private final Map<VerificationCheck, Step> taken = new EnumMap<>(VerificationCheck.class);
        private final Map<String, String> facts = new LinkedHashMap<>();
        private List<IssuerRule> issuerRules = List.of();

        /** Over the checks there are for such a thing. */
        public Recorder(List<VerificationCheck> checks) {
            this.checks = List.copyOf(checks);
        }

        public void passed(VerificationCheck check) {
            taken.put(check, new Step(check, Outcome.PASSED, Optional.empty()));
        }

        public void notAsked(VerificationCheck check) {
            taken.put(check, new Step(check, Outcome.NOT_ASKED, Optional.empty()));
        }

        public void failed(VerificationCheck check, String reason) {
            taken.put(check, new Step(check, Outcome.FAILED, Optional.of(reason)));
        }

        public void fact(String name, String value) {
            facts.put(name, value);
        }

        public void issuerRules(List<IssuerRule> rules) {
            issuerRules = rules;
        }

        /** What was written down; what was not is {@code NOT_REACHED}. */
        public VerificationExplanation explanation() {
            List<Step> steps = new ArrayList<>();
            for (VerificationCheck check : checks) {
                Step step = taken.get(check);
                steps.add(step == null ? new Step(check, Outcome.NOT_REACHED, Optional.empty()) : step);
            }
            return new VerificationExplanation(steps, issuerRules, facts);
        }
    }
}
