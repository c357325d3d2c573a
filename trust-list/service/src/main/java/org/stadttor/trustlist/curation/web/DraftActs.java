// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import org.stadttor.trustlist.curation.EntityForm;
import org.stadttor.trustlist.curation.FormReading;
import org.stadttor.trustlist.issuer.IssuerRegister;
import org.stadttor.trustlist.issuer.PreviewProposal;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.ProposeChange;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.StaffId;

/** What can be done with a form that could be read. */
public record DraftActs(
        IssuerRegister register, PreviewProposal preview, ProposeIssuer listing, ProposeChange changing) {

    Proposal preview(EntityForm form, FormReading.Complete read, StaffId by) {
        return preview.preview(form.changed(), read.details(), by, read.reason());
    }

    /** Proposes; a form that is sent twice is one proposal. */
    Proposal propose(EntityForm form, FormReading.Complete read, StaffId by) {
        return form.changed()
                .map(id -> changing.propose(id, read.details(), by, read.reason()))
                .orElseGet(() -> listing.propose(read.details(), by, read.reason()));
    }
}
