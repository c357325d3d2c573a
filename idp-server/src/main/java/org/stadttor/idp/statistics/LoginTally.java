// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.stadttor.idp.authorization.LoginEvent;
import org.stadttor.idp.authorization.LoginEvents;
import org.stadttor.idp.login.RefusalGroup;
import org.stadttor.wallet.presentation.PresentationEvent;

/**
 * Counts what happens on this node in memory and adds it to the counters of all nodes every few seconds, so that no login
 * waits for a counter. A node that is killed loses what it has not written yet; one that stops writes it.
 */
public final class LoginTally implements LoginEvents {

    private static final Logger LOG = LoggerFactory.getLogger(LoginTally.class);

    private final ConcurrentMap<Counted, Long> waiting = new ConcurrentHashMap<>();
    private final LoginCounts counts;
    private final Clock clock;

    public LoginTally(LoginCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public void happened(LoginEvent event) {
        String client = event.clientId().value();
        switch (event) {
            case LoginEvent.Started started -> count(client, LoginStep.STARTED, "");
            case LoginEvent.Completed completed -> {
                count(client, LoginStep.COMPLETED, "");
                count(client, LoginStep.DURATION, bucket(completed.took()));
                count(client, LoginStep.ISSUER, completed.issuerAnchorSha256());
            }
            case LoginEvent.Ended ended -> count(client, LoginStep.ENDED, ended.errorCode());
            case LoginEvent.Expired expired -> count(client, LoginStep.EXPIRED, "");
        }
    }

    /** A step of a presentation. */
    public void happened(PresentationEvent event) {
        switch (event) {
            case PresentationEvent.Opened opened -> count(opened.onBehalfOf(), LoginStep.WALLET_OPENED, "");
            case PresentationEvent.Verified verified -> count(verified.onBehalfOf(), LoginStep.VERIFIED, "");
            case PresentationEvent.Refused refused ->
                count(refused.onBehalfOf(), LoginStep.REFUSED, group(refused.reasonCode()));
            case PresentationEvent.Distrusted distrusted ->
                count(distrusted.onBehalfOf(), LoginStep.DISTRUSTED, group(distrusted.reasonCode()));
            // Every login starts presentations, and leaves some of them to expire.
            case PresentationEvent.Started started -> {}
            case PresentationEvent.Expired expired -> {}
            case PresentationEvent.Collected collected -> {}
            case PresentationEvent.ForeignBrowser foreign -> {}
        }
    }

    /** Adds what was counted since the last time; keeps it for the next time if the database cannot be written. */
    public void write() {
        SortedMap<Counted, Long> now = new TreeMap<>();
        for (Counted counted : waiting.keySet()) {
            Long count = waiting.remove(counted);
            if (count != null) {
                now.put(counted, count);
            }
        }
        if (now.isEmpty()) {
            return;
        }
        try {
            counts.add(now);
        } catch (DataAccessException | TransactionException e) {
            now.forEach((counted, count) -> waiting.merge(counted, count, Long::sum));
            LOG.warn(
                    "login statistics are not written: {}",
                    e.getMostSpecificCause().getMessage());
        }
    }

    /** What is rolled back did not happen. */
    private void count(String client, LoginStep step, String detail) {
        Counted counted = new Counted(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), client, step, detail);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            waiting.merge(counted, 1L, Long::sum);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                waiting.merge(counted, 1L, Long::sum);
            }
        });
    }

    private static String bucket(Duration took) {
        return Integer.toString(DurationBucket.of(took).number());
    }

    private static String group(String reasonCode) {
        return RefusalGroup.of(reasonCode).name().toLowerCase(Locale.ROOT);
    }
}
