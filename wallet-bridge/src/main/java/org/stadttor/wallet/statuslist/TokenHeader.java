// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.evaluation.CertificateChain;
import org.stadttor.wallet.statuslist.InvalidStatusListException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JOSE header of a status list token. The key comes from {@code x5c} only; whether that certificate may sign status
 * lists is decided elsewhere.
 *
 * @see <a href="https://openid.net/specs/openid4vc-high-assurance-interoperability-profile-1_0-final.html">HAIP 1.0, 6.1</a>
 */
record TokenHeader(String algorithm, CertificateChain chain) {

    private static final String TYPE = "statuslist+jwt";
    private static final Set<String> ALGORITHMS = Set.of("ES256", "ES384", "ES512", "PS256", "PS384", "PS512");
    private static final int MIN_RSA_BITS = 2048;
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    static TokenHeader of(ObjectNode header) {
        if (!TokenJson.text(header, "typ").filter(TYPE::equals).isPresent()) {
            throw new InvalidStatusListException(Reason.TYP_INVALID);
        }
        String algorithm = TokenJson.text(header, "alg")
                .filter(ALGORITHMS::contains)
                .orElseThrow(() -> new InvalidStatusListException(Reason.ALGORITHM_NOT_ALLOWED));
        if (header.has("crit")) {
            throw new InvalidStatusListException(Reason.CRITICAL_HEADER_UNKNOWN);
        }
        return new TokenHeader(algorithm, chain(header.get("x5c")));
    }

    private static CertificateChain chain(@Nullable JsonNode x5c) {
        if (x5c == null) {
            throw new InvalidStatusListException(Reason.CHAIN_MISSING);
        }
        if (!x5c.isArray() || x5c.isEmpty() || x5c.size() > CertificateChain.MAX_LENGTH) {
            throw new InvalidStatusListException(Reason.CHAIN_INVALID);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (JsonNode element : x5c) {
            certificates.add(certificate(
                    element.stringValueOpt().orElseThrow(() -> new InvalidStatusListException(Reason.CHAIN_INVALID))));
        }
        if (isSelfIssued(certificates.getFirst())) {
            throw new InvalidStatusListException(Reason.SIGNER_SELF_SIGNED);
        }
        if (certificates.stream().anyMatch(TokenHeader::isSelfIssued)) {
            throw new InvalidStatusListException(Reason.ANCHOR_IN_CHAIN);
        }
        return new CertificateChain(certificates);
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static X509Certificate certificate(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            if (!Arrays.equals(certificate.getEncoded(), der)) {
                throw new InvalidStatusListException(Reason.CHAIN_INVALID);
            }
            return certificate;
        } catch (IllegalArgumentException | CertificateException e) {
            throw new InvalidStatusListException(Reason.CHAIN_INVALID, e);
        }
    }

    /** Returns only if the signature is by the leaf's key, which must fit the algorithm. */
    void requireSignature(byte[] signingInput, byte[] signature) {
        JWSAlgorithm named = JWSAlgorithm.parse(algorithm);
        try {
            JWSVerifier verifier = verifier(chain.leaf().getPublicKey());
            if (!verifier.supportedJWSAlgorithms().contains(named)) {
                throw new InvalidStatusListException(Reason.ALGORITHM_NOT_ALLOWED);
            }
            if (!verifier.verify(new JWSHeader(named), signingInput, Base64URL.encode(signature))) {
                throw new InvalidStatusListException(Reason.SIGNATURE_INVALID);
            }
        } catch (JOSEException e) {
            throw new InvalidStatusListException(Reason.SIGNATURE_INVALID, e);
        }
    }

    private static JWSVerifier verifier(PublicKey key) throws JOSEException {
        if (key instanceof ECPublicKey ec) {
            ECDSAVerifier verifier = new ECDSAVerifier(ec);
            // Several times as fast as the JDK; nothing secret is involved.
            verifier.getJCAContext().setProvider(BOUNCY_CASTLE);
            return verifier;
        }
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS) {
            return new RSASSAVerifier(rsa);
        }
        throw new InvalidStatusListException(Reason.ALGORITHM_NOT_ALLOWED);
    }
}
