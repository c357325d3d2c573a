// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;

/**
 * Signature algorithms that are verified; each belongs to exactly one curve and one hash. What is not here is refused.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518, section 3.4</a>
 */
@SuppressWarnings("ImmutableEnumChecker") // Bouncy Castle's identifiers and curve parameters do not change.
public enum JwsAlgorithm {
    ES256("P-256", SECObjectIdentifiers.secp256r1, "SHA-256", 32),
    ES384("P-384", SECObjectIdentifiers.secp384r1, "SHA-384", 48);

    private final String curve;
    private final ASN1ObjectIdentifier curveOid;
    private final String hash;
    private final int coordinateLength;
    private final ECDomainParameters domain;

    JwsAlgorithm(String curve, ASN1ObjectIdentifier curveOid, String hash, int coordinateLength) {
        this.curve = curve;
        this.curveOid = curveOid;
        this.hash = hash;
        this.coordinateLength = coordinateLength;
        this.domain = new ECDomainParameters(CustomNamedCurves.getByOID(curveOid));
    }

    /** The algorithm with this JOSE name, compared exactly. */
    public static Optional<JwsAlgorithm> of(String name) {
        return Arrays.stream(values()).filter(a -> a.name().equals(name)).findFirst();
    }

    /** JOSE name of the curve. */
    public String curve() {
        return curve;
    }

    ASN1ObjectIdentifier curveOid() {
        return curveOid;
    }

    String hash() {
        return hash;
    }

    int coordinateLength() {
        return coordinateLength;
    }

    ECDomainParameters domain() {
        return domain;
    }
}
