// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.stadttor.audit.AuditEntry;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.audit.AuditTrail;
import org.stadttor.audit.ChainState;
import org.stadttor.audit.VerifyAuditChain;

/**
 * Walks through the audit trail in the background, one walk at a time on this node, and remembers what it found. Each walk
 * notes its result in the trail itself: how many entries, and the hash of the last one.
 */
public final class AuditCheck {

    /** Who starts a walk that nobody asked for. */
    public static final String SYSTEM = "system";

    private static final Logger LOG = LoggerFactory.getLogger(AuditCheck.class);

    private final AuditTrail trail;
    private final AuditLog audit;
    private final Clock clock;
    private final AtomicLong checked = new AtomicLong();
    private final AtomicReference<State> state = new AtomicReference<>(new State.Never());

    public AuditCheck(AuditTrail trail, AuditLog audit, Clock clock) {
        this.trail = trail;
        this.audit = audit;
        this.clock = clock;
    }

    /** What this node knows about the trail. */
    public sealed interface State {

        /** Not looked since the start. */
        record Never() implements State {}

        /** Looking. */
        record Running(Instant since) implements State {}

        /** Looked. */
        record Finished(Instant at, ChainState chain) implements State {}

        /** Could not look to the end. */
        record Failed(Instant at) implements State {}
    }

    /** What is known now. */
    public State state() {
        return state.get();
    }

    /** How many entries the running walk has seen. */
    public long checked() {
        return checked.get();
    }

    /** The first entry that does not fit, if the last walk found one. */
    public Optional<ChainState.Broken> broken() {
        return state.get() instanceof State.Finished finished && finished.chain() instanceof ChainState.Broken broken
                ? Optional.of(broken)
                : Optional.empty();
    }

    /** Begins a walk unless one is running; returns at once. */
    public void start(String actor) {
        if (begin()) {
            Thread.ofVirtual().name("audit-check").start(() -> walk(actor));
        }
    }

    /** Walks now unless a walk is running; returns when it is done. */
    public void run() {
        if (begin()) {
            walk(SYSTEM);
        }
    }

    private boolean begin() {
        State before = state.get();
        checked.set(0);
        return !(before instanceof State.Running) && state.compareAndSet(before, new State.Running(clock.instant()));
    }

    private void walk(String actor) {
        try {
            ChainState chain = new VerifyAuditChain(this::next).verify();
            switch (chain) {
                case ChainState.Intact intact ->
                    note(actor, Map.of("entries", Long.toString(intact.lastSequence()), "hash", intact.lastHash()));
                case ChainState.Broken broken -> {
                    LOG.error(
                            "audit trail broken at entry {}: {}",
                            broken.sequence(),
                            broken.reason().code());
                    note(
                            actor,
                            Map.of(
                                    "broken",
                                    Long.toString(broken.sequence()),
                                    "reason",
                                    broken.reason().code()));
                }
            }
            state.set(new State.Finished(clock.instant(), chain));
        } catch (DataAccessException e) {
            LOG.error("audit trail not checked: {}", e.getMostSpecificCause().getMessage());
            state.set(new State.Failed(clock.instant()));
        }
    }

    private List<AuditEntry> next(long sequence, int limit) {
        checked.set(sequence);
        return trail.after(sequence, limit);
    }

    private void note(String actor, Map<String, String> details) {
        audit.append(new AuditEvent("audit.checked", actor, "audit", details));
    }
}
