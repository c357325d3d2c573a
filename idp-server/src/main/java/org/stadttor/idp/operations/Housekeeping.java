// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadttor.idp.authorization.AuthorizationRequests;
import org.stadttor.idp.authorization.Grants;
import org.stadttor.idp.authorization.SigningKeys;
import org.stadttor.idp.authorization.UsedAssertions;

/** What every node does by the clock: delete what has expired, look after the signing keys. All of it can run anywhere. */
public final class Housekeeping {

    /** How long the help desk can explain a failed login. */
    static final Duration SUPPORT_MEMORY = Duration.ofDays(30);

    /** Used assertions stay a while longer: a node whose clock is behind must not take one again. */
    private static final Duration CLOCKS = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** Where things expire. */
    public record Stores(
            AuthorizationRequests requests, Grants grants, UsedAssertions assertions, SupportCases cases) {}

    private final Stores stores;
    private final SigningKeys keys;
    private final Clock clock;

    public Housekeeping(Stores stores, SigningKeys keys, Clock clock) {
        this.stores = stores;
        this.keys = keys;
        this.clock = clock;
    }

    /** Deletes what has expired. */
    public void purge() {
        Instant now = clock.instant();
        int rows = stores.requests().purge(now)
                + stores.grants().purge(now)
                + stores.assertions().purge(now.minus(CLOCKS))
                + stores.cases().purge(now.minus(SUPPORT_MEMORY));
        LOG.debug("purged {} rows", rows);
    }

    /** Reads the signing keys again and adds the next one when it is due. */
    public void refreshKeys() {
        keys.refresh();
    }
}
