// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import java.util.Optional;

/** The last good list of each type, shared by all nodes. What comes from here is verified again: it is only storage. */
public interface AcceptedTrustLists {

    /** A signed list as it was received. */
    record Accepted(String typeUri, long sequence, String payloadDigest, String compactJws) {

        @Override
        public String toString() {
            return "Accepted[" + typeUri + " " + sequence + "]";
        }
    }

    /**
     * Keeps a list unless one with the same or a higher sequence is kept already; one atomic statement.
     *
     * @return whether it is kept now, by this call or an earlier one with the same content
     */
    boolean keep(Accepted list);

    Optional<Accepted> find(String typeUri);

    /** The sequence that is kept, without the list; -1 if none is. */
    long sequence(String typeUri);
}
