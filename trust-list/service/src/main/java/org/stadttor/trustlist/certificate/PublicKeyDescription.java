// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;

/**
 * A public key in two words.
 *
 * @param algorithm {@code EC}, {@code RSA}, {@code EdDSA} or as the certificate calls it
 * @param bits size of the key, or 0 where it says nothing
 * @param curve name of the curve, or empty
 */
public record PublicKeyDescription(String algorithm, int bits, String curve) {

    static PublicKeyDescription of(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec ->
                new PublicKeyDescription("EC", ec.getParams().getOrder().bitLength(), curve(key));
            case RSAPublicKey rsa ->
                new PublicKeyDescription("RSA", rsa.getModulus().bitLength(), "");
            case PublicKey other -> new PublicKeyDescription(VisibleText.of(other.getAlgorithm()), 0, "");
        };
    }

    /** For people: {@code EC P-256}, {@code RSA 3072}. */
    public String text() {
        return algorithm + (curve.isEmpty() ? bits == 0 ? "" : " " + bits : " " + curve);
    }

    private static String curve(PublicKey key) {
        Object parameters = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getAlgorithm()
                .getParameters();
        return parameters instanceof ASN1ObjectIdentifier oid ? name(oid) : "";
    }

    /** As people call them; NIST's names where there are some. */
    private static String name(ASN1ObjectIdentifier oid) {
        return switch (oid.getId()) {
            case "1.2.840.10045.3.1.7" -> "P-256";
            case "1.3.132.0.34" -> "P-384";
            case "1.3.132.0.35" -> "P-521";
            default -> Objects.requireNonNullElse(ECNamedCurveTable.getName(oid), "");
        };
    }
}
