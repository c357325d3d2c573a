// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.util.Optional;

/** The published lists. */
public interface Publications {

    /** Lets one issue after the other be made, over all nodes: held until the transaction ends. */
    void lock();

    /** The sequence number of the latest issue, 0 if there is none. */
    long latestSequence();

    Optional<Publication> latest();

    Optional<Publication> find(long sequence);

    /** Stores number and bytes together and, with the commit, wakes the nodes that wait for it. */
    void add(Publication publication);
}
