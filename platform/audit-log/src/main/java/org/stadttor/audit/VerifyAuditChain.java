// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit;

import java.util.List;
import java.util.Optional;
import org.stadttor.audit.ChainState.Broken;
import org.stadttor.audit.ChainState.Intact;
import org.stadttor.audit.ChainState.Reason;

/** Walks through the whole trail, a page at a time, and reports the first entry that does not fit. */
public final class VerifyAuditChain {

    private static final int PAGE = 1_000;

    private final AuditTrail trail;

    public VerifyAuditChain(AuditTrail trail) {
        this.trail = trail;
    }

    public ChainState verify() {
        Intact sofar = new Intact(0, AuditEntry.NOTHING_BEFORE);
        while (true) {
            List<AuditEntry> page = trail.after(sofar.lastSequence(), PAGE);
            if (page.isEmpty()) {
                return sofar;
            }
            for (AuditEntry entry : page) {
                Optional<Broken> broken = breakAt(entry, sofar);
                if (broken.isPresent()) {
                    return broken.get();
                }
                sofar = new Intact(entry.sequence(), entry.hash());
            }
        }
    }

    private static Optional<Broken> breakAt(AuditEntry entry, Intact before) {
        if (entry.sequence() != before.lastSequence() + 1) {
            return Optional.of(new Broken(before.lastSequence() + 1, Reason.ENTRY_MISSING));
        }
        if (!entry.previousHash().equals(before.lastHash())) {
            return Optional.of(new Broken(entry.sequence(), Reason.LINK_CHANGED));
        }
        if (!entry.computeHash().equals(entry.hash())) {
            return Optional.of(new Broken(entry.sequence(), Reason.ENTRY_CHANGED));
        }
        return Optional.empty();
    }
}
