// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.assembly;

import org.stadttor.trustlist.issuer.ApproveIssuer;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuers;
import org.stadttor.trustlist.issuer.WithdrawIssuer;

/**
 * Lists an issuer the way it is done in the real world: one person proposes, another approves. What is registered once
 * stays; changed details end the old entry and make a new one.
 */
final class IssuerRegistration {
    private static final StaffId PROPOSER = new StaffId("paula.proposer@sandbox");
    private static final StaffId APPROVER = new StaffId("anton.approver@sandbox");

    private final Part trustList;

    IssuerRegistration(Part trustList) {
        this.trustList = trustList;
    }

    /** The legal basis under which an issuer of this id is found again. */
    static String basis(String id) {
        return "sandbox registration " + id;
    }

    /** Lists the issuer, unless it is listed, suspended or withdrawn with just these details already. */
    void register(IssuerDetails details) {
        for (TrustedIssuer known : trustList.bean(TrustedIssuers.class).all()) {
            if (known.details().legalBasis().equals(details.legalBasis())) {
                boolean same = known.details().equals(details);
                switch (known) {
                    case TrustedIssuer.Withdrawn w -> {}
                    case TrustedIssuer.Approved a
                    when same -> {
                        return;
                    }
                    case TrustedIssuer.Suspended s
                    when same -> {
                        return;
                    }
                    case TrustedIssuer.Proposed p
                    when same -> {
                        approve(p.id());
                        return;
                    }
                    case TrustedIssuer.Approved a -> withdraw(a.id());
                    case TrustedIssuer.Suspended s -> withdraw(s.id());
                    case TrustedIssuer.Proposed p -> withdraw(p.id());
                }
            }
        }
        approve(trustList.bean(ProposeIssuer.class).propose(details, PROPOSER));
    }

    private void approve(IssuerId id) {
        trustList.bean(ApproveIssuer.class).approve(id, APPROVER, "checked in the sandbox");
    }

    private void withdraw(IssuerId id) {
        trustList.bean(WithdrawIssuer.class).withdraw(id, APPROVER, "replaced in the sandbox");
    }
}
