// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.security.cert.X509Certificate;
import java.util.Objects;

/**
 * A list whose signature has been verified. The only way to get one is {@link LoteSignature#verify}.
 *
 * @param list what was signed
 * @param compactJws the signed list as it was received, without white space around it
 * @param payloadDigest SHA-256 of the payload, hexadecimal: two issues with the same sequence number must agree in it
 * @param signer the pinned certificate under whose key it was verified
 */
public record SignedList(ListOfTrustedEntities list, String compactJws, String payloadDigest, X509Certificate signer) {

    public SignedList {
        Objects.requireNonNull(list);
        Objects.requireNonNull(compactJws);
        Objects.requireNonNull(payloadDigest);
        Objects.requireNonNull(signer);
    }
}
