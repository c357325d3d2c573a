// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadttor.trustlist.issuer.Alert.Kind;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;

/**
 * What happens because a time is over: suspensions that nobody confirmed end, with an alarm, and proposals that nobody
 * decided on lapse. Several nodes may do it at once; each thing happens once.
 */
public final class KeepDeadlines {

    private static final String NOT_CONFIRMED = "no second person confirmed the suspension in time";

    private static final Logger LOG = LoggerFactory.getLogger(KeepDeadlines.class);

    private final IssuerDecisions decisions;

    public KeepDeadlines(IssuerDecisions decisions) {
        this.decisions = decisions;
    }

    /** Does what is due. Cheap if nothing is; called all the time. */
    public void tick() {
        Instant now = decisions.clock().instant();
        if (decisions.register().issuers().anyDeadlineBefore(now)) {
            decisions.register().issuers().all().stream()
                    .filter(issuer -> isDue(issuer, now))
                    .forEach(issuer -> orElsewhere(() -> comeBack(issuer.id())));
            decisions.register().proposals().pending().stream()
                    .filter(proposal -> !now.isBefore(proposal.lapsesAt()))
                    .forEach(proposal -> orElsewhere(() -> lapse(proposal.id())));
        }
    }

    private void comeBack(IssuerId id) {
        Change change = decisions.change(StaffId.SYSTEM, NOT_CONFIRMED);
        decisions.onIssuer(id, "issuer.returned_unconfirmed", change, issuer -> {
            if (!(issuer instanceof Suspended suspended) || !isDue(suspended, change.at())) {
                throw new IssuerRefusedException(Reason.WRONG_STATE);
            }
            decisions
                    .register()
                    .alerts()
                    .raise(new Alert(
                            UUID.randomUUID(),
                            Kind.SUSPENSION_NOT_CONFIRMED,
                            id,
                            issuer.purpose(),
                            change.at(),
                            Optional.empty()));
            return decisions.register().issuers().returnUnconfirmed(suspended, change);
        });
        LOG.warn("alarm: nobody confirmed the suspension of {}, it is on its list again", id);
    }

    private void lapse(ProposalId id) {
        Change change = decisions.change(StaffId.SYSTEM, Proposal.Cause.PROPOSAL_LAPSED.code());
        decisions.onProposal(
                id,
                "proposal.lapsed",
                change,
                proposal -> decisions.register().proposals().lapse(id, change, Proposal.Cause.PROPOSAL_LAPSED));
    }

    private static boolean isDue(TrustedIssuer issuer, Instant now) {
        return issuer instanceof Suspended suspended
                && suspended.returnsAt().filter(at -> !now.isBefore(at)).isPresent();
    }

    /** Another node was faster, or somebody decided at the last moment. What fails does not hinder the others. */
    private static void orElsewhere(Runnable step) {
        try {
            step.run();
        } catch (IssuerRefusedException e) {
            if (e.reason() != Reason.WRONG_STATE) {
                LOG.error(
                        "a time is over, but what follows is refused, tried again: {}",
                        e.reason().code());
            }
        } catch (RuntimeException e) {
            LOG.error("a time is over, but what follows failed, tried again", e);
        }
    }
}
