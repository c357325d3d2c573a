// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import java.time.Duration;
import java.time.Instant;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;

/** Turns what is observed again and again into events that are told once. */
final class TrustListAlarms {

    static final Duration WARN_BEFORE = Duration.ofDays(14);

    private static final String NONE = "";

    private final TrustListEvents events;
    private String refused = NONE;
    private String unreachable = NONE;
    private long warnedOf = -1;
    private long expiryToldOf = -1;
    private boolean storeFailed;

    TrustListAlarms(TrustListEvents events) {
        this.events = events;
    }

    synchronized void accepted(ListOfTrustedEntities list) {
        refused = NONE;
        events.accepted(list.sequenceNumber(), list.nextUpdate());
    }

    synchronized void unchanged() {
        refused = NONE;
    }

    synchronized void refused(String code) {
        if (!refused.equals(code)) {
            refused = code;
            events.refused(code);
        }
    }

    synchronized void unreachable(String code) {
        if (!unreachable.equals(code)) {
            unreachable = code;
            events.unreachable(code);
        }
    }

    synchronized void reachable() {
        if (!unreachable.equals(NONE)) {
            unreachable = NONE;
            events.reachable();
        }
    }

    synchronized void storeFailed() {
        if (!storeFailed) {
            storeFailed = true;
            events.storeFailed();
        }
    }

    synchronized void storeWorks() {
        storeFailed = false;
    }

    synchronized void watch(ListOfTrustedEntities list, Instant now) {
        if (list.isExpiredAt(now)) {
            if (expiryToldOf != list.sequenceNumber()) {
                expiryToldOf = list.sequenceNumber();
                events.expired(list.nextUpdate());
            }
        } else if (list.isExpiredAt(now.plus(warnBefore(list))) && warnedOf != list.sequenceNumber()) {
            warnedOf = list.sequenceNumber();
            events.nearingExpiry(list.nextUpdate());
        }
    }

    /** A list that is renewed every few days must not warn from its first moment on. */
    private static Duration warnBefore(ListOfTrustedEntities list) {
        Duration half = Duration.between(list.issuedAt(), list.nextUpdate()).dividedBy(2);
        return half.compareTo(WARN_BEFORE) < 0 ? half : WARN_BEFORE;
    }
}
