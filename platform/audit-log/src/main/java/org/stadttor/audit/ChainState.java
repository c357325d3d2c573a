// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit;

import java.util.Locale;

/** What {@link VerifyAuditChain} found. */
public sealed interface ChainState {

    /**
     * Nothing between the first and the last entry was changed, removed or put in. That nothing was cut off after the
     * last one shows only by comparing it with a number and hash that were noted elsewhere.
     */
    record Intact(long lastSequence, String lastHash) implements ChainState {}

    /** The first entry at which the chain does not hold. */
    record Broken(long sequence, Reason reason) implements ChainState {}

    /** How it does not hold. */
    enum Reason {
        ENTRY_MISSING,
        ENTRY_CHANGED,
        LINK_CHANGED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
