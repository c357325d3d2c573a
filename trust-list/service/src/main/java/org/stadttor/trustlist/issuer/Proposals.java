// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.List;
import java.util.Optional;
import org.stadttor.trustlist.issuer.Proposal.Cause;

/** The stored proposals. None is ever changed but by its one decision. */
public interface Proposals {

    Optional<Proposal> find(ProposalId id);

    /** Those that wait for a decision, the oldest first. Some may have lapsed without being marked yet. */
    List<Proposal> pending();

    /** All about one entity, the latest first. */
    List<Proposal> of(IssuerId issuer);

    /** Those that were decided, the latest decision first. */
    List<Proposal> decided(int offset, int limit);

    void add(Proposal proposal);

    /** Each answers whether it was still pending. */
    boolean approve(ProposalId id, Change change);

    boolean reject(ProposalId id, Change change);

    boolean withdraw(ProposalId id, Change change);

    boolean lapse(ProposalId id, Change change, Cause cause);
}
