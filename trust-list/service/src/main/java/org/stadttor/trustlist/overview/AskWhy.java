// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stadttor.trustlist.evaluation.CertificateChain;
import org.stadttor.trustlist.evaluation.TrustDecision;
import org.stadttor.trustlist.evaluation.TrustDecision.Trusted;
import org.stadttor.trustlist.evaluation.TrustExplanation;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.overview.QuestionRefusedException.Reason;
import org.stadttor.trustlist.overview.TrustAnswer.Hint;
import org.stadttor.trustlist.overview.TrustQuestion.When;
import org.stadttor.trustlist.publication.Publication;
import org.stadttor.trustlist.publication.Publications;

/** Answers by the very code that decides in a login, under a list that was really published. */
public final class AskWhy {

    private final Publications publications;
    private final Clock clock;

    public AskWhy(Publications publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @throws QuestionRefusedException if there is no such list, or the chain is longer than any verifier looks at
     */
    public TrustAnswer ask(TrustQuestion question) {
        if (question.chain().size() > CertificateChain.MAX_LENGTH) {
            throw new QuestionRefusedException(Reason.CHAIN_TOO_LONG);
        }
        Publication issue = issue(question);
        Instant at = at(question.when(), issue);
        TrustExplanation explanation = explain(question, PublishedList.of(issue), at);
        return new TrustAnswer(issue, at, explanation, hints(question, explanation.decision()));
    }

    /** The first service that trusts the chain, otherwise the first one that was asked. */
    private static TrustExplanation explain(TrustQuestion question, ListOfTrustedEntities list, Instant at) {
        List<TrustExplanation> explanations = question.services().stream()
                .map(service -> TrustExplanation.of(list, new CertificateChain(question.chain()), service, at))
                .toList();
        return explanations.stream()
                .filter(explanation -> explanation.decision() instanceof Trusted)
                .findFirst()
                .orElse(explanations.getFirst());
    }

    private static Set<Hint> hints(TrustQuestion question, TrustDecision decision) {
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        if (!question.isInOrder()) {
            hints.add(Hint.OUT_OF_ORDER);
        }
        if (decision instanceof Trusted trusted) {
            if (question.chain().indexOf(trusted.anchor()) > 0) {
                hints.add(Hint.ANCHOR_IN_CHAIN);
            }
            if (question.statusInformation()) {
                hints.add(Hint.SAME_ENTITY_ONLY);
            }
        }
        return hints;
    }

    private Publication issue(TrustQuestion question) {
        return switch (question.when()) {
            case When.Now now ->
                publications
                        .latest(question.purpose())
                        .orElseThrow(() -> new QuestionRefusedException(Reason.NO_ISSUE_THEN));
            case When.Issue issue ->
                publications
                        .find(question.purpose(), issue.sequence())
                        .orElseThrow(() -> new QuestionRefusedException(Reason.NO_SUCH_ISSUE));
            case When.Moment moment -> {
                if (moment.at().isAfter(clock.instant())) {
                    throw new QuestionRefusedException(Reason.MOMENT_AHEAD);
                }
                yield publications
                        .at(question.purpose(), moment.at())
                        .orElseThrow(() -> new QuestionRefusedException(Reason.NO_ISSUE_THEN));
            }
        };
    }

    private Instant at(When when, Publication issue) {
        return switch (when) {
            case When.Now now -> clock.instant();
            case When.Issue number -> issue.issuedAt();
            case When.Moment moment -> moment.at();
        };
    }
}
