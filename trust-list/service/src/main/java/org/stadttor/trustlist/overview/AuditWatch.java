// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadttor.audit.ChainState;
import org.stadttor.audit.VerifyAuditChain;

/**
 * The state of the audit trail for a page that must not wait: checking a long trail takes a while, so that it is done in
 * the background, and at most every ten minutes.
 */
public final class AuditWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AuditWatch.class);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final VerifyAuditChain verify;
    private final Clock clock;
    private final AtomicReference<Optional<Checked>> last = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean running = new AtomicBoolean();

    /** What a check found, and when. */
    public record Checked(ChainState state, Instant at) {}

    public AuditWatch(VerifyAuditChain verify, Clock clock) {
        this.verify = verify;
        this.clock = clock;
    }

    /** The last result; nothing while the first check is running. Has it checked anew if the result is old. */
    public Optional<Checked> latest() {
        Optional<Checked> known = last.get();
        boolean fresh = known.filter(
                        checked -> clock.instant().isBefore(checked.at().plus(FRESH)))
                .isPresent();
        if (!fresh && running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("audit-watch").start(this::check);
        }
        return known;
    }

    private void check() {
        try {
            Instant at = clock.instant();
            last.set(Optional.of(new Checked(verify.verify(), at)));
        } catch (RuntimeException e) {
            LOG.warn("the audit trail could not be checked", e);
        } finally {
            running.set(false);
        }
    }
}
