// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import java.net.URI;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadttor.wallet.statuslist.StatusListEvents;
import org.stadttor.wallet.trust.TrustListEvents;

/** Writes what happens to lists to the log, where the server brings nothing better. */
final class LoggedListEvents implements TrustListEvents, StatusListEvents {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedListEvents.class);

    @Override
    public void accepted(long sequence, Instant nextUpdate) {
        LOG.info("Trust list {} is in use until {}", sequence, nextUpdate);
    }

    @Override
    public void refused(String reasonCode) {
        LOG.error("A trust list was refused: {}", reasonCode);
    }

    @Override
    public void unreachable(String reasonCode) {
        LOG.warn("The trust list cannot be fetched ({}); the last good one stays in use", reasonCode);
    }

    @Override
    public void reachable() {
        LOG.info("The trust list can be fetched again");
    }

    @Override
    public void nearingExpiry(Instant nextUpdate) {
        LOG.warn("The trust list ends at {} and there is no newer one", nextUpdate);
    }

    @Override
    public void expired(Instant nextUpdate) {
        LOG.error("The trust list has ended at {}: no PID is accepted", nextUpdate);
    }

    @Override
    public void storeFailed() {
        LOG.error("The trust list cannot be read from, or written to, the database");
    }

    @Override
    public void accepted(URI uri) {
        LOG.debug("Status list {} was fetched", uri);
    }

    @Override
    public void failed(URI uri, String reasonCode) {
        LOG.warn("Status list {} was not accepted: {}", uri, reasonCode);
    }

    @Override
    public void servedStale(URI uri) {
        LOG.debug("Status list {} is past its ttl and still used", uri);
    }
}
