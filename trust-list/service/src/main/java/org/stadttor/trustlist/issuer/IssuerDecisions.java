// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.Proposal.Cause;

/**
 * The frame of every decision, one transaction: load, decide, change from the expected state, let proposals lapse whose
 * ground moved with it, publish, write the audit entry. Either all of it is stored or nothing.
 */
public final class IssuerDecisions {

    /** So many proposals of one person wait at the same time: every decision, distrust too, looks at all that wait. */
    static final int MAX_PENDING = 100;

    private final IssuerRegister register;
    private final IssuerChanges changes;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    public IssuerDecisions(
            IssuerRegister register,
            IssuerChanges changes,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        this.register = register;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    IssuerRegister register() {
        return register;
    }

    Clock clock() {
        return clock;
    }

    Change change(StaffId by, String reason) {
        return new Change(by, clock.instant(), reason);
    }

    /** One decision on an entity. */
    void onIssuer(IssuerId id, String type, Change change, Transition<TrustedIssuer> transition) {
        transactions.executeWithoutResult(status -> {
            register.issuers().lock();
            TrustedIssuer issuer =
                    register.issuers().find(id).orElseThrow(() -> new IssuerRefusedException(Reason.UNKNOWN_ISSUER));
            require(transition.apply(issuer));
            takeEffect(issuer.purpose(), change.at());
            audit.append(AuditFacts.of(type, id, issuer.details(), change));
        });
    }

    /** One decision on a proposal that changes what is trusted. */
    void onGround(ProposalId id, Change change, Transition<Proposal> transition) {
        transactions.executeWithoutResult(status -> {
            register.issuers().lock();
            Proposal proposal = find(id);
            require(transition.apply(proposal));
            takeEffect(proposal.details().purpose(), change.at());
            audit.append(AuditFacts.of(
                    switch (proposal.kind()) {
                        case LISTING -> "issuer.approved";
                        case CHANGE -> "issuer.changed";
                        case RESUMPTION -> "issuer.resumed";
                    },
                    proposal,
                    change));
        });
    }

    /** One decision that only ends a proposal. */
    void onProposal(ProposalId id, String type, Change change, Transition<Proposal> transition) {
        transactions.executeWithoutResult(status -> {
            register.issuers().lock();
            Proposal proposal = find(id);
            require(transition.apply(proposal));
            audit.append(AuditFacts.of(type, proposal, change));
        });
    }

    /** The first decision. What waits already is not proposed twice, not even at the same instant. */
    Proposal propose(Supplier<Proposal> made) {
        return Objects.requireNonNull(transactions.execute(status -> {
            register.issuers().lock();
            Proposal proposal = made.get();
            List<Proposal> own = register.proposals().pending().stream()
                    .filter(proposal::hasProposerOf)
                    .toList();
            Optional<Proposal> same = own.stream().filter(proposal::repeats).findFirst();
            if (same.isPresent()) {
                return same.get();
            }
            if (own.size() >= MAX_PENDING) {
                throw new IssuerRefusedException(Reason.TOO_MANY_PROPOSALS);
            }
            register.proposals().add(proposal);
            audit.append(AuditFacts.of("issuer.proposed", proposal, proposal.proposed()));
            return proposal;
        }));
    }

    /** Something that concerns no trust. */
    void record(Runnable work, AuditEvent event) {
        transactions.executeWithoutResult(status -> {
            work.run();
            audit.append(event);
        });
    }

    private Proposal find(ProposalId id) {
        return register.proposals().find(id).orElseThrow(() -> new IssuerRefusedException(Reason.UNKNOWN_PROPOSAL));
    }

    private static void require(boolean tookPlace) {
        if (!tookPlace) {
            throw new IssuerRefusedException(Reason.WRONG_STATE);
        }
    }

    private void takeEffect(ListPurpose purpose, Instant now) {
        // Before any audit entry: whoever publishes takes the lock of the lists first, then that of the trail.
        changes.takeEffect(purpose);
        List<TrustedIssuer> all = register.issuers().of(purpose);
        for (Proposal pending : register.proposals().pending()) {
            if (pending.details().purpose() == purpose) {
                Ground.lost(pending, all, now).ifPresent(cause -> lapse(pending, cause, now));
            }
        }
    }

    private void lapse(Proposal proposal, Cause cause, Instant now) {
        Change change = new Change(StaffId.SYSTEM, now, cause.code());
        if (register.proposals().lapse(proposal.id(), change, cause)) {
            audit.append(AuditFacts.of("proposal.lapsed", proposal, change));
        }
    }

    /** Throws if it is not allowed; answers whether it took place. */
    @FunctionalInterface
    interface Transition<T> {
        boolean apply(T from);
    }
}
