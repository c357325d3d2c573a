// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log, metrics and audit trail of status lists. A list that fails again and again for the same reason is on record once,
 * until it is good again; only its host is named, because there may be a list for few people.
 */
public final class StatusListJournal {

    static final String METER = "stadttor.status.list";

    private static final Logger LOG = LoggerFactory.getLogger(StatusListJournal.class);
    private static final String NONE = "none";
    private static final int LIMIT = 1000;

    private final ListJournal journal;
    private final Cache<URI, String> failing =
            Caffeine.newBuilder().maximumSize(LIMIT).build();

    public StatusListJournal(ListJournal journal) {
        this.journal = journal;
    }

    /** A new token is in use. */
    public void accepted(URI uri) {
        failing.invalidate(uri);
        journal.count(METER, "accepted", NONE);
    }

    /** There was no new token, or it was refused. */
    public void failed(URI uri, String reasonCode) {
        journal.count(METER, "failed", reasonCode);
        if (!reasonCode.equals(failing.asMap().put(uri, reasonCode))) {
            String host = Objects.requireNonNullElse(uri.getHost(), "none");
            LOG.warn("A status list of {} was not accepted: {}", host, reasonCode);
            journal.keep("status-list.failed", host, Map.of("reason", reasonCode));
        }
    }

    /** A list past its ttl, but not past its exp, was used. */
    public void servedStale() {
        journal.count(METER, "served_stale", NONE);
    }
}
