// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.presentation.IssuerStanding;
import org.stadttor.wallet.trust.TrustListSource;
import org.stadttor.wallet.trust.TrustListUnavailableException;

/** Asks the current trust list; here because presentations know nothing of trust lists. */
final class ListedIssuers implements IssuerStanding {

    private record Known(ListOfTrustedEntities list, Set<String> anchors) {}

    private final TrustListSource source;
    private volatile @Nullable Known known;

    ListedIssuers(TrustListSource source) {
        this.source = source;
    }

    @Override
    public void requireListed(String anchorSha256) {
        try {
            if (!anchors(source.pidProviders()).contains(anchorSha256)) {
                throw new CredentialRejectedException(Reason.ISSUER_UNTRUSTED);
            }
        } catch (TrustListUnavailableException e) {
            throw new CredentialRejectedException(Reason.TRUST_LIST_UNAVAILABLE, e);
        }
    }

    /** The same list is the same object until a newer one replaces it. */
    @SuppressWarnings("ReferenceEquality")
    private Set<String> anchors(ListOfTrustedEntities list) {
        Known last = known;
        if (last == null || last.list() != list) {
            last = new Known(
                    list,
                    list.entities().stream()
                            .flatMap(entity -> entity.services().stream())
                            .filter(service -> service.typeUri().equals(ServiceType.PID_ISSUANCE.uri()))
                            .flatMap(service -> service.certificates().stream())
                            .map(ListedIssuers::sha256)
                            .collect(Collectors.toUnmodifiableSet()));
            known = last;
        }
        return last.anchors();
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
