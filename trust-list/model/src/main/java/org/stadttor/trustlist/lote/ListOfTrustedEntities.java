// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

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
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119602/">ETSI TS 119 602 V1.1.1, clause 6</a>
 */
public record ListOfTrustedEntities(
        String typeUri,
        long sequenceNumber,
        String operatorName,
        String territory,
        Instant issuedAt,
        Instant nextUpdate,
        List<TrustedEntity> entities) {

    /** The LoTE type of PID provider lists (TS 119 602, annex D). */
    public static final String PID_PROVIDERS = "http://uri.etsi.org/19602/LoTEType/EUPIDProvidersList";

    public ListOfTrustedEntities {
        Objects.requireNonNull(typeUri);
        Objects.requireNonNull(operatorName);
        Objects.requireNonNull(territory);
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(nextUpdate);
        entities = List.copyOf(entities);
    }
}
