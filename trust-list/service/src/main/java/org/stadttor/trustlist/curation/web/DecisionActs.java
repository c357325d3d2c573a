// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import org.stadttor.trustlist.issuer.ApproveProposal;
import org.stadttor.trustlist.issuer.RejectProposal;
import org.stadttor.trustlist.issuer.WithdrawProposal;

/** What can become of a proposal. */
public record DecisionActs(ApproveProposal approve, RejectProposal reject, WithdrawProposal withdraw) {}
