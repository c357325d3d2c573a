// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stadttor.wallet.fixture.TestCertificate;

/** A certificate for an RSA key. */
final class RsaCertificate {

    private RsaCertificate() {}

    static String issuedBy(TestCertificate ca, PublicKey key) throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                ca.certificate(),
                BigInteger.TWO,
                Date.from(TestCertificate.NOW.minus(Duration.ofDays(1))),
                Date.from(TestCertificate.NOW.plus(Duration.ofDays(1))),
                new X500Name("CN=RSA"),
                key);
        return Base64.getEncoder()
                .encodeToString(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                                .build(ca.keys().getPrivate()))
                        .getEncoded());
    }
}
