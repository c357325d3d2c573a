// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64;
import java.security.Security;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.stadttor.wallet.openid4vp.OpenId4VpException.Reason;

/**
 * Signs request objects with the access certificate: ES256, {@code typ} {@code oauth-authz-req+jwt}, {@code x5c} without
 * the trust anchor, {@code iat} as header parameter. The key is long-lived, so the JDK signs (constant time).
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 5</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101">RFC 9101</a>
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119400_119499/11947202/">ETSI TS 119 472-2 V1.1.1, clause
 *     6.3.1.4</a>
 */
public final class RequestObjectSigner {

    /** Media type of the answer of a {@code request_uri}. */
    public static final String MEDIA_TYPE = "application/oauth-authz-req+jwt";

    private final AccessCertificate certificate;
    private final ECDSASigner signer;
    private final List<Base64> x5c;
    private final Clock clock;

    public RequestObjectSigner(AccessCertificate certificate, Clock clock) {
        this.certificate = certificate;
        this.clock = clock;
        this.x5c = encode(certificate.chain());
        try {
            this.signer = new ECDSASigner(certificate.key(), Curve.P_256);
            this.signer.getJCAContext().setProvider(Security.getProvider("SunEC"));
        } catch (JOSEException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The client identifier every request of this signer carries. */
    public ClientIdentifier clientId() {
        return certificate.clientId();
    }

    /**
     * The compact JWS.
     *
     * @throws OpenId4VpException if the request was started under another access certificate
     */
    public String sign(AuthorizationRequest request) {
        if (!request.clientId().equals(clientId())) {
            throw new OpenId4VpException(Reason.NOT_WAITING);
        }
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("oauth-authz-req+jwt"))
                .x509CertChain(x5c)
                .customParam("iat", clock.instant().getEpochSecond())
                .build();
        JWSObject jws = new JWSObject(header, new Payload(request.payload()));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jws.serialize();
    }

    private static List<Base64> encode(List<X509Certificate> chain) {
        List<Base64> encoded = new ArrayList<>();
        for (X509Certificate certificate : chain) {
            try {
                encoded.add(Base64.encode(certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return List.copyOf(encoded);
    }
}
