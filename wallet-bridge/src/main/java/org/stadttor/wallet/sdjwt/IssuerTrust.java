// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.evaluation.CertificateChain;
import org.stadttor.trustlist.evaluation.TrustDecision;
import org.stadttor.trustlist.evaluation.TrustEvaluator;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.wallet.credential.CredentialIssuer;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.VerificationKey;
import org.stadttor.wallet.trust.TrustListSource;
import org.stadttor.wallet.trust.TrustListUnavailableException;

/**
 * Whom a certificate chain belongs to, by the trust list. Positive decisions are kept for as long as the list is the
 * same object, once the issuer has signed the header they came in: anybody can put more behind a chain that is trusted.
 * On each use the certificates must still be valid, else the decision is taken anew.
 */
final class IssuerTrust {

    private static final int MAX_KEPT = 1_000;

    /**
     * An issuer that the list trusts.
     *
     * @param list the list the decision was taken on
     * @param key of the leaf certificate
     * @param issuer what is told about it
     */
    record TrustedIssuer(
            ListOfTrustedEntities list,
            CertificateChain chain,
            TrustDecision.Trusted decision,
            VerificationKey key,
            CredentialIssuer issuer) {

        private boolean certificatesValidAt(Instant at) {
            Date date = Date.from(at);
            return Stream.concat(chain.certificates().stream(), Stream.of(decision.anchor()))
                    .allMatch(certificate -> validAt(certificate, date));
        }

        private static boolean validAt(X509Certificate certificate, Date date) {
            try {
                certificate.checkValidity(date);
                return true;
            } catch (CertificateException _) {
                return false;
            }
        }
    }

    private record Kept(ListOfTrustedEntities list, Cache<List<String>, TrustedIssuer> issuers) {

        static Kept of(ListOfTrustedEntities list) {
            return new Kept(list, Caffeine.newBuilder().maximumSize(MAX_KEPT).build());
        }
    }

    private final TrustListSource source;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    IssuerTrust(TrustListSource source) {
        this.source = source;
    }

    /**
     * The issuer this chain belongs to.
     *
     * @param x5c the certificates as the header has them: DER in base64, the leaf first
     * @throws CredentialRejectedException if it belongs to no PID issuance service, or there is no list
     */
    TrustedIssuer require(List<String> x5c, Instant at) {
        Kept current = current();
        TrustedIssuer known = current.issuers.getIfPresent(x5c);
        if (known != null && known.certificatesValidAt(at)) {
            return known;
        }
        return decide(current.list, CertificateHeader.chain(x5c), at);
    }

    /**
     * Keeps a decision.
     *
     * @param x5c of a header that this issuer has signed
     */
    void keep(List<String> x5c, TrustedIssuer issuer) {
        Kept current = kept.get();
        if (current != null && isSame(current.list, issuer.list)) {
            current.issuers.put(x5c, issuer);
        }
    }

    private Kept current() {
        ListOfTrustedEntities list;
        try {
            list = source.pidProviders();
        } catch (TrustListUnavailableException e) {
            throw new CredentialRejectedException(Reason.TRUST_LIST_UNAVAILABLE, e);
        }
        Kept current = kept.get();
        if (current == null || !isSame(current.list, list)) {
            current = Kept.of(list);
            kept.set(current);
        }
        return current;
    }

    @SuppressWarnings("ReferenceEquality") // One object per accepted list, by contract; comparing contents is slow.
    private static boolean isSame(ListOfTrustedEntities one, ListOfTrustedEntities other) {
        return one == other;
    }

    private static TrustedIssuer decide(ListOfTrustedEntities list, CertificateChain chain, Instant at) {
        return switch (TrustEvaluator.evaluate(list, chain, ServiceType.PID_ISSUANCE, at)) {
            case TrustDecision.Trusted trusted ->
                new TrustedIssuer(
                        list,
                        chain,
                        trusted,
                        VerificationKey.of(chain.leaf().getPublicKey(), Reason.ISSUER_KEY_NOT_ALLOWED),
                        credentialIssuer(trusted, list.sequenceNumber()));
            case TrustDecision.Untrusted(TrustDecision.Reason reason) ->
                throw new CredentialRejectedException(reason(reason));
        };
    }

    private static CredentialIssuer credentialIssuer(TrustDecision.Trusted trusted, long listSequence) {
        try {
            return new CredentialIssuer(
                    trusted.entity().name(),
                    trusted.entity().country(),
                    HexFormat.of().formatHex(Sha256.of(trusted.anchor().getEncoded())),
                    listSequence);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static Reason reason(TrustDecision.Reason reason) {
        return switch (reason) {
            case NO_ANCHOR_OF_THAT_SERVICE, NOT_LISTED, AMBIGUOUS_ENTITY, ANCHOR_EXPIRED -> Reason.ISSUER_UNTRUSTED;
            case LEAF_SELF_SIGNED -> Reason.ISSUER_CERTIFICATE_SELF_SIGNED;
            case CERTIFICATE_EXPIRED -> Reason.ISSUER_CERTIFICATE_EXPIRED;
            case CERTIFICATE_NOT_YET_VALID -> Reason.ISSUER_CERTIFICATE_NOT_YET_VALID;
            case LEAF_IS_CA,
                    NOT_A_CA,
                    PATH_LENGTH_EXCEEDED,
                    KEY_USAGE_INVALID,
                    SIGNATURE_INVALID,
                    UNKNOWN_CRITICAL_EXTENSION,
                    ALGORITHM_NOT_ALLOWED -> Reason.ISSUER_CHAIN_INVALID;
            case LIST_EXPIRED -> Reason.TRUST_LIST_UNAVAILABLE;
        };
    }
}
