// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;

/** The counters of all nodes. */
public interface LoginCounts {

    /** Adds to the counters, in their order, all or nothing. */
    void add(SortedMap<Counted, Long> counts);

    /** The counters of a relying party, both days included. */
    Map<Counted, Long> of(String client, LocalDate from, LocalDate to);

    /** Deletes what is older than this day. */
    int purge(LocalDate before);
}
