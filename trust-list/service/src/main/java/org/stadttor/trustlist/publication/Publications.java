// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stadttor.trustlist.issuer.ListPurpose;

/** The published lists. */
public interface Publications {

    /** Lets one issue after the other be made, over all nodes: held until the transaction ends. */
    void lock();

    /** The sequence number of the latest issue of each list; a list without an issue is left out. */
    Map<ListPurpose, Long> latestSequences();

    Optional<Publication> latest(ListPurpose purpose);

    Optional<Publication> find(ListPurpose purpose, long sequence);

    /** The issue that was the latest one at that moment, whether or not it had run out by then. */
    Optional<Publication> at(ListPurpose purpose, Instant moment);

    /** Issues of one list with lower numbers than that, the highest first. */
    List<Publication> before(ListPurpose purpose, long sequence, int limit);

    /** Stores number and bytes together and, with the commit, wakes the nodes that wait for it. */
    void add(Publication publication);
}
