// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.stadttor.trustlist.lote.InvalidListException.Reason;

/**
 * A list of trusted entities: what the bridge decides on. Whoever holds one from {@link LoteSignature} knows that it
 * was signed by the pinned signer; freshness and rollback are checked where it is taken over.
 *
 * @param typeUri the LoTE type, for example {@code http://uri.etsi.org/19602/LoTEType/EUPIDProvidersList}
 * @param sequenceNumber counts up by one with each issue and is never used twice
 * @param operatorName the scheme operator
 * @param territory scheme territory, {@code EU} or a country
 * @param issuedAt ListIssueDateTime
 * @param nextUpdate the list is void from this moment on
 * @param scheme what the list says about itself; nothing is decided on it
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119602/">ETSI TS 119 602 V1.1.1, clause 6</a>
 */
public record ListOfTrustedEntities(
        String typeUri,
        long sequenceNumber,
        String operatorName,
        String territory,
        Instant issuedAt,
        Instant nextUpdate,
        List<TrustedEntity> entities,
        SchemeInformation scheme) {

    /** The LoTE type of PID provider lists (TS 119 602, annex D). */
    public static final String PID_PROVIDERS = "http://uri.etsi.org/19602/LoTEType/EUPIDProvidersList";

    public ListOfTrustedEntities {
        Objects.requireNonNull(typeUri);
        Objects.requireNonNull(operatorName);
        Objects.requireNonNull(territory);
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(nextUpdate);
        entities = List.copyOf(entities);
        Objects.requireNonNull(scheme);
    }

    /** A list that says nothing more about its scheme. */
    public ListOfTrustedEntities(
            String typeUri,
            long sequenceNumber,
            String operatorName,
            String territory,
            Instant issuedAt,
            Instant nextUpdate,
            List<TrustedEntity> entities) {
        this(
                typeUri,
                sequenceNumber,
                operatorName,
                territory,
                issuedAt,
                nextUpdate,
                entities,
                SchemeInformation.UNSTATED);
    }

    /**
     * This list, if it is of that type; the URI is compared exactly, {@code https} is another URI.
     *
     * @throws InvalidListException {@code wrong_list_type}
     */
    public ListOfTrustedEntities requireType(String expectedTypeUri) {
        if (!typeUri.equals(expectedTypeUri)) {
            throw new InvalidListException(Reason.WRONG_LIST_TYPE, "expected " + expectedTypeUri);
        }
        return this;
    }

    /** From this moment on the list must be discarded (TS 119 602, 6.3.15). */
    public boolean isExpiredAt(Instant moment) {
        return !moment.isBefore(nextUpdate);
    }
}
