// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.LoteSignature;
import org.stadttor.trustlist.lote.SignedList;
import org.stadttor.wallet.trust.RefusedListException.Reason;

/**
 * Decides whether a signed list may replace the one in use. A pure function of the two, the pinned signers and the time.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119602/">ETSI TS 119 602 V1.1.1, clause 6.3</a>
 */
final class TrustListAcceptance {

    /** By how much the publisher's clock may be ahead. */
    static final Duration SKEW = Duration.ofSeconds(60);

    private final TrustListSettings settings;
    private final Clock clock;

    TrustListAcceptance(TrustListSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The list, if it is authentic and of the expected type. It may have expired: then it is still what later ones must
     * not fall behind.
     *
     * @throws org.stadttor.trustlist.lote.InvalidListException if not
     */
    SignedList authentic(String untrusted) {
        SignedList signed = LoteSignature.verify(untrusted, settings.signers(), clock);
        signed.list().requireType(settings.typeUri());
        return signed;
    }

    /** Returns only if the list may be decided on now. */
    void requireFresh(ListOfTrustedEntities list) {
        Instant now = clock.instant();
        if (list.isExpiredAt(now)) {
            throw new RefusedListException(Reason.NEXT_UPDATE_PASSED);
        }
        if (list.issuedAt().isAfter(now.plus(SKEW))) {
            throw new RefusedListException(Reason.ISSUED_IN_FUTURE);
        }
    }

    /**
     * Whether the list is newer than the one in use.
     *
     * @return false if it is the same one
     * @throws RefusedListException if it is older, or another one under the same number
     */
    static boolean isNewer(SignedList list, @Nullable SignedList inUse) {
        if (inUse == null) {
            return true;
        }
        int order = Long.compare(list.list().sequenceNumber(), inUse.list().sequenceNumber());
        if (order < 0) {
            throw new RefusedListException(Reason.SEQUENCE_LOWER);
        }
        if (order == 0 && !list.payloadDigest().equals(inUse.payloadDigest())) {
            throw new RefusedListException(Reason.SEQUENCE_REUSED);
        }
        return order > 0;
    }
}
