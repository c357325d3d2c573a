// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import static org.stadttor.wallet.credential.VerificationCheck.TOKEN_ENTRY;
import static org.stadttor.wallet.credential.VerificationCheck.TOKEN_FORM;
import static org.stadttor.wallet.credential.VerificationCheck.TOKEN_HEADER;
import static org.stadttor.wallet.credential.VerificationCheck.TOKEN_LIST;
import static org.stadttor.wallet.credential.VerificationCheck.TOKEN_SIGNATURE;
import static org.stadttor.wallet.credential.VerificationCheck.TOKEN_SIGNER;
import static org.stadttor.wallet.credential.VerificationCheck.TOKEN_SUBJECT;
import static org.stadttor.wallet.credential.VerificationCheck.TOKEN_TIME;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.evaluation.CertificateChain;
import org.stadttor.trustlist.evaluation.TrustDecision.Trusted;
import org.stadttor.trustlist.evaluation.TrustExplanation;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.wallet.credential.ExplainStatusToken;
import org.stadttor.wallet.credential.VerificationCheck;
import org.stadttor.wallet.credential.VerificationExplanation;
import org.stadttor.wallet.credential.VerificationExplanation.IssuerRule;
import org.stadttor.wallet.statuslist.InvalidStatusListException.Reason;
import org.stadttor.wallet.trust.TrustListSource;
import org.stadttor.wallet.trust.TrustListUnavailableException;
import tools.jackson.databind.node.ObjectNode;

/** Takes the steps of {@link StatusListToken} one by one, with its own methods; the signer is that of any listed issuer. */
public final class ExplainStatusListToken implements ExplainStatusToken {

    private static final List<VerificationCheck> CHECKS = List.of(
            TOKEN_FORM,
            TOKEN_HEADER,
            TOKEN_SIGNATURE,
            TOKEN_SUBJECT,
            TOKEN_TIME,
            TOKEN_LIST,
            TOKEN_SIGNER,
            TOKEN_ENTRY);

    private final TrustListSource trustLists;
    private final Clock clock;

    public ExplainStatusListToken(TrustListSource trustLists, Clock clock) {
        this.trustLists = trustLists;
        this.clock = clock;
    }

    @Override
    public VerificationExplanation explain(String pasted, @Nullable String uri, @Nullable Long index) {
        return new Explaining(clock.instant(), uri, index).explain(pasted);
    }

    /** One explanation. A null means that the step before failed. */
    private final class Explaining {

        private final VerificationExplanation.Recorder recorder = new VerificationExplanation.Recorder(CHECKS);
        private final Instant now;
        private final @Nullable String uri;
        private final @Nullable Long index;

        Explaining(Instant now, @Nullable String uri, @Nullable Long index) {
            this.now = now;
            this.uri = uri;
            this.index = index;
        }

        VerificationExplanation explain(String pasted) {
            TokenParts parts = step(TOKEN_FORM, () -> TokenParts.of(pasted));
            TokenHeader header = parts == null ? null : step(TOKEN_HEADER, () -> TokenHeader.of(parts.header()));
            if (parts != null && header != null && passes(TOKEN_SIGNATURE, () -> parts.requireSignature(header))) {
                ObjectNode payload = step(TOKEN_FORM, parts::payload);
                if (payload != null) {
                    signed(payload, header);
                }
            }
            return recorder.explanation();
        }

        private void signed(ObjectNode payload, TokenHeader header) {
            TokenJson.text(payload, "sub").ifPresent(sub -> recorder.fact("sub", sub));
            if (uri == null) {
                recorder.notAsked(TOKEN_SUBJECT);
            } else {
                passes(TOKEN_SUBJECT, () -> StatusListToken.requireSubject(payload, uri));
            }
            passes(TOKEN_TIME, () -> StatusListToken.requireTimes(payload, now));
            StatusList list = step(TOKEN_LIST, () -> StatusListToken.requireList(payload));
            passes(TOKEN_SIGNER, () -> requireSigner(header.chain()));
            if (list == null) {
                return;
            }
            recorder.fact("entries", Long.toString(list.size()));
            if (index == null) {
                recorder.notAsked(TOKEN_ENTRY);
            } else {
                Integer status = step(TOKEN_ENTRY, () -> list.at(index));
                if (status != null) {
                    recorder.fact("status", "0x%02x".formatted(status));
                }
            }
        }

        private void requireSigner(CertificateChain chain) {
            ListOfTrustedEntities list = trustLists.pidProviders();
            TrustExplanation own = TrustExplanation.of(list, chain, ServiceType.PID_REVOCATION, now);
            TrustExplanation explanation = own.decision() instanceof Trusted
                    ? own
                    : TrustExplanation.of(list, chain, ServiceType.PID_ISSUANCE, now);
            recorder.issuerRules(explanation.steps().stream()
                    .map(step -> new IssuerRule(
                            step.rule().code(),
                            step.rule().section(),
                            step.outcome().name().toLowerCase(Locale.ROOT),
                            step.reason() == null ? "" : step.reason().code()))
                    .toList());
            if (!(explanation.decision() instanceof Trusted trusted)) {
                throw new InvalidStatusListException(Reason.SIGNER_UNTRUSTED);
            }
            recorder.fact("issuer", trusted.entity().name());
            StatusSigners.requireAnchorOutside(chain, trusted);
        }

        private <T> @Nullable T step(VerificationCheck check, Supplier<T> step) {
            try {
                T result = step.get();
                recorder.passed(check);
                return result;
            } catch (InvalidStatusListException e) {
                recorder.failed(check, e.reason().code());
            } catch (TrustListUnavailableException e) {
                recorder.failed(check, "trust_list_unavailable");
            }
            return null;
        }

        private boolean passes(VerificationCheck check, Runnable step) {
            return step(check, () -> {
                        step.run();
                        return check;
                    })
                    != null;
        }
    }
}
