// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation;

import org.stadttor.trustlist.curation.Examination;

/** A certificate is such that people could not propose it either. */
public final class BlockedProposalException extends RuntimeException {

    /** Stable name of the refusal. */
    public static final String CODE = "certificate_blocked";

    private final transient Examination examination;

    BlockedProposalException(Examination examination) {
        super(CODE);
        this.examination = examination;
    }

    /** What was found. */
    public Examination examination() {
        return examination;
    }
}
