// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.TrustedService;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.presentation.IssuerStanding;
import org.stadttor.wallet.trust.TrustListSource;
import org.stadttor.wallet.trust.TrustListUnavailableException;

/** Asks the current trust list; here because presentations know nothing of trust lists. */
final class ListedIssuers implements IssuerStanding {

    private final TrustListSource source;

    ListedIssuers(TrustListSource source) {
        this.source = source;
    }

    @Override
    public void requireListed(String anchorSha256) {
        try {
            if (source.pidProviders().entities().stream()
                    .flatMap(entity -> entity.services().stream())
                    .filter(service -> service.typeUri().equals(ServiceType.PID_ISSUANCE.uri()))
                    .map(TrustedService::certificates)
                    .flatMap(certificates -> certificates.stream())
                    .map(ListedIssuers::sha256)
                    .noneMatch(anchorSha256::equals)) {
                throw new CredentialRejectedException(Reason.ISSUER_UNTRUSTED);
            }
        } catch (TrustListUnavailableException e) {
            throw new CredentialRejectedException(Reason.TRUST_LIST_UNAVAILABLE, e);
        }
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
