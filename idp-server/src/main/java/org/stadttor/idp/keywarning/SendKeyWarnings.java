// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.keywarning;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;

/**
 * Use case, run by the clock on every node: tells relying parties 60, 30, 7 and 1 days before a key ends. Each warning is
 * sent by one node; one that does not arrive is tried again, six times within about a day.
 */
public final class SendKeyWarnings {

    static final int ATTEMPTS = 6;

    private static final int AT_ONCE = 10;
    private static final int ROUNDS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(SendKeyWarnings.class);

    private final KeyWarnings warnings;
    private final Webhooks webhooks;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    public SendKeyWarnings(
            KeyWarnings warnings, Webhooks webhooks, AuditLog audit, TransactionOperations transactions, Clock clock) {
        this.warnings = warnings;
        this.webhooks = webhooks;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sends what is due now, ten at a time: a receiver that hangs holds up nine others for some seconds. */
    public void run() {
        warnings.plan(clock.instant());
        boolean more = true;
        for (int round = 0; more && round < ROUNDS; round++) {
            List<KeyWarning> taken = warnings.take(clock.instant(), AT_ONCE);
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                taken.forEach(warning -> executor.execute(() -> send(warning)));
            }
            more = taken.size() == AT_ONCE;
        }
    }

    private void send(KeyWarning warning) {
        try {
            webhooks.send(warning);
        } catch (RuntimeException e) {
            LOG.info("key warning {} did not arrive, attempt {}", warning.id(), warning.attempts());
            if (warning.attempts() >= ATTEMPTS) {
                finish(warning, "key-warning.given-up", () -> warnings.givenUp(warning));
            }
            return;
        }
        finish(warning, "key-warning.sent", () -> warnings.sent(warning, clock.instant()));
    }

    private void finish(KeyWarning warning, String event, Runnable change) {
        transactions.executeWithoutResult(status -> {
            change.run();
            audit.append(new AuditEvent(
                    event,
                    "system",
                    warning.clientId().value(),
                    Map.of("days", Integer.toString(warning.threshold().days()))));
        });
    }
}
