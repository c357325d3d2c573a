// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.lote.InvalidListException;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.SignedList;
import org.stadttor.wallet.trust.AcceptedTrustLists.Accepted;

/**
 * The list in use and its twin in the database. The sequence only goes up, here and there, and what one node has
 * accepted the others take from the database.
 */
final class CurrentTrustList {

    /** What became of a list that was offered. */
    enum Offer {
        TAKEN,
        KNOWN,
        REFUSED
    }

    private static final long NONE = -1;
    private static final String UNEXPECTED = "unexpected";

    private final TrustListAcceptance acceptance;
    private final TrustListSettings settings;
    private final AcceptedTrustLists store;
    private final TrustListAlarms alarms;
    private final Clock clock;
    private volatile @Nullable SignedList inUse;

    CurrentTrustList(TrustListSettings settings, AcceptedTrustLists store, TrustListAlarms alarms, Clock clock) {
        this.acceptance = new TrustListAcceptance(settings, clock);
        this.settings = settings;
        this.store = store;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Of the list in use, be it expired; -1 if there is none. */
    long sequence() {
        SignedList current = inUse;
        return current == null ? NONE : current.list().sequenceNumber();
    }

    /** The list that may be decided on now. */
    Optional<ListOfTrustedEntities> usable() {
        SignedList current = inUse;
        return current == null || current.list().isExpiredAt(clock.instant())
                ? Optional.empty()
                : Optional.of(current.list());
    }

    /**
     * Takes over what the publisher has sent, if it may be.
     *
     * @param basis the {@link #sequence} when the publisher was asked: an answer that has been overtaken is refused,
     *     but is no rollback to be told of
     */
    synchronized Offer offer(String untrusted, long basis) {
        try {
            SignedList list = acceptance.authentic(untrusted);
            boolean newer = TrustListAcceptance.isNewer(list, inUse);
            acceptance.requireFresh(list.list());
            if (newer && keep(list)) {
                use(list);
                return Offer.TAKEN;
            }
            alarms.unchanged();
            return Offer.KNOWN;
        } catch (InvalidListException e) {
            return refused(e.reason().code());
        } catch (RefusedListException e) {
            boolean overtaken = basis < sequence() && e.reason() == RefusedListException.Reason.SEQUENCE_LOWER;
            return overtaken ? Offer.REFUSED : refused(e.reason().code());
        } catch (RuntimeException e) {
            return refused(UNEXPECTED);
        }
    }

    private Offer refused(String code) {
        alarms.refused(code);
        return Offer.REFUSED;
    }

    /** Takes over what this node, in an earlier life, or another node has accepted, if it is newer. */
    synchronized void adoptStored() {
        try {
            if (store.sequence(settings.typeUri()) > sequence()) {
                store.find(settings.typeUri()).ifPresent(this::adopt);
            }
            alarms.storeWorks();
        } catch (RuntimeException e) {
            alarms.storeFailed();
        }
    }

    /** Tells if the list in use ends soon, or has ended. */
    void watch() {
        SignedList current = inUse;
        if (current != null) {
            alarms.watch(current.list(), clock.instant());
        }
    }

    private void adopt(Accepted stored) {
        try {
            SignedList list = acceptance.authentic(stored.compactJws());
            if (TrustListAcceptance.isNewer(list, inUse)) {
                use(list);
            }
        } catch (InvalidListException e) {
            alarms.refused("stored_" + e.reason().code());
        } catch (RefusedListException e) {
            alarms.refused("stored_" + e.reason().code());
        }
    }

    /**
     * If the database knows better, what it knows is taken over first, and the list is judged again against that.
     *
     * @return whether the list is still newer than the one in use
     */
    private boolean keep(SignedList list) {
        boolean kept = true;
        try {
            kept = store.keep(new Accepted(
                    settings.typeUri(), list.list().sequenceNumber(), list.payloadDigest(), list.compactJws()));
            if (!kept) {
                store.find(settings.typeUri()).ifPresent(this::adopt);
            }
            alarms.storeWorks();
        } catch (RuntimeException e) {
            // A distrusted issuer must go even while the database is away.
            alarms.storeFailed();
        }
        return kept || TrustListAcceptance.isNewer(list, inUse);
    }

    private void use(SignedList list) {
        inUse = list;
        alarms.accepted(list.list());
    }
}
