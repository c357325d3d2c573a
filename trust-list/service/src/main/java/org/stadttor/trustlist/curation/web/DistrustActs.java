// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import org.stadttor.trustlist.issuer.ConfirmSuspension;
import org.stadttor.trustlist.issuer.ProposeResumption;
import org.stadttor.trustlist.issuer.SuspendIssuer;
import org.stadttor.trustlist.issuer.WithdrawIssuer;

/** How trust is taken away, and what may follow. */
public record DistrustActs(
        SuspendIssuer suspend, WithdrawIssuer remove, ConfirmSuspension confirm, ProposeResumption resume) {}
