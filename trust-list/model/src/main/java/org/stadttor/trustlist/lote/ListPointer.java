// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * A pointer to another list or, in EU lists, to the list itself: the self pointer announces with which certificates
 * the next issues may be signed, so that a signer can be rolled over (TS 119 602, 6.3.13).
 *
 * @param location where the list is published
 * @param typeUri the LoTE type of the list there
 * @param operatorName its scheme operator
 * @param territory its territory, or empty
 * @param signers the certificates its signature may be made with
 */
public record ListPointer(
        String location, String typeUri, String operatorName, String territory, List<X509Certificate> signers) {

    public ListPointer {
        Objects.requireNonNull(location);
        Objects.requireNonNull(typeUri);
        Objects.requireNonNull(operatorName);
        Objects.requireNonNull(territory);
        signers = List.copyOf(signers);
    }
}
