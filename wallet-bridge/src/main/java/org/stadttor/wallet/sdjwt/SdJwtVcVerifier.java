// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.wallet.credential.Claims;
import org.stadttor.wallet.credential.CompactJws;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.CredentialVerifier;
import org.stadttor.wallet.credential.JwsAlgorithm;
import org.stadttor.wallet.credential.PresentationBinding;
import org.stadttor.wallet.credential.VerificationKey;
import org.stadttor.wallet.credential.VerifiedCredential;
import org.stadttor.wallet.sdjwt.IssuerTrust.TrustedIssuer;
import org.stadttor.wallet.statuslist.StatusCheck;
import org.stadttor.wallet.statuslist.StatusReference;
import org.stadttor.wallet.trust.TrustListSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifies PIDs presented as SD-JWT VCs with key binding, from the characters received to the status. Nothing is
 * fetched before the issuer's signature has been verified.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901#section-7">RFC 9901, section 7</a>
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/">SD-JWT VC, section 2</a>
 * @see <a href="https://openid.net/specs/openid4vc-high-assurance-interoperability-profile-1_0-final.html">HAIP 1.0,
 *     sections 5.3.2 and 6.1</a>
 */
public final class SdJwtVcVerifier implements CredentialVerifier {

    private static final String TYP = "dc+sd-jwt";

    private final IssuerTrust issuers;
    private final StatusCheck statusCheck;
    private final VerificationRules rules;
    private final Clock clock;

    public SdJwtVcVerifier(TrustListSource trustLists, StatusCheck statusCheck, VerificationRules rules, Clock clock) {
        this.issuers = new IssuerTrust(trustLists);
        this.statusCheck = statusCheck;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public CredentialFormat format() {
        return CredentialFormat.DC_SD_JWT;
    }

    @Override
    public VerifiedCredential verify(String presentation, PresentationBinding binding) {
        Instant now = now();
        SdJwt sdJwt = SdJwt.parse(presentation);
        TrustedIssuer issuer = requireIssued(sdJwt.issuerJwt(), now);
        ObjectNode claims = DisclosureResolver.resolve(sdJwt.issuerJwt().payload(), sdJwt.disclosures());
        Validity validity = requireValid(claims, now);
        String type = requireType(claims);
        VerificationKey holderKey = requireHolderKey(claims);
        requireAudience(claims, binding.clientId());
        requireKeyBinding(sdJwt, holderKey, binding, now);
        requireStatus(claims, validity, issuer);
        return new VerifiedCredential(format(), type, issuer.issuer(), Claims.of(claims));
    }

    /** Header (SD-JWT VC, section 2.2.1), then the chain, which alone decides whose key it is, then the signature. */
    private TrustedIssuer requireIssued(CompactJws issuerJwt, Instant now) {
        Header header = requireHeader(issuerJwt);
        TrustedIssuer issuer = requireListed(header, now);
        requireIssuerSignature(issuerJwt, issuer);
        issuers.keep(header.x5c(), issuer);
        return issuer;
    }

    /** What the header says. */
    record Header(JwsAlgorithm algorithm, List<String> x5c) {}

    static Header requireHeader(CompactJws issuerJwt) {
        issuerJwt.requireType(TYP, Reason.TYP_INVALID);
        return new Header(
                issuerJwt.requireAlgorithm(Reason.ALGORITHM_NOT_ALLOWED),
                CertificateHeader.require(issuerJwt.header()));
    }

    TrustedIssuer requireListed(Header header, Instant now) {
        TrustedIssuer issuer = issuers.require(header.x5c(), now);
        if (issuer.key().algorithm() != header.algorithm()) {
            throw new CredentialRejectedException(Reason.ISSUER_KEY_NOT_ALLOWED);
        }
        return issuer;
    }

    static void requireIssuerSignature(CompactJws issuerJwt, TrustedIssuer issuer) {
        issuerJwt.requireSignature(issuer.key(), Reason.SIGNATURE_INVALID);
    }

    Validity requireValid(ObjectNode claims, Instant now) {
        Validity validity = Validity.of(claims, Reason.VALIDITY_MALFORMED);
        validity.requireNow(now, rules.clockSkew(), Reason.EXPIRED, Reason.NOT_YET_VALID);
        return validity;
    }

    /** RFC 7519, section 4.1.3: a credential that names its verifiers must name this one. Few do. */
    static void requireAudience(ObjectNode claims, String clientId) {
        JsonNode audience = claims.path("aud");
        Stream<JsonNode> named = audience.isArray() ? audience.valueStream() : Stream.of(audience);
        if (!audience.isMissingNode() && named.noneMatch(name -> clientId.equals(name.stringValue(null)))) {
            throw new CredentialRejectedException(Reason.AUDIENCE_MISMATCH);
        }
    }

    String requireType(ObjectNode claims) {
        String type = claims.path("vct").stringValue(null);
        if (type == null) {
            throw new CredentialRejectedException(Reason.TYPE_MISSING);
        }
        if (!rules.types().contains(type)) {
            throw new CredentialRejectedException(Reason.TYPE_NOT_ALLOWED);
        }
        return type;
    }

    /** HAIP 1.0, section 6.1: the key itself, not a reference to it. */
    static VerificationKey requireHolderKey(ObjectNode claims) {
        if (!(claims.path("cnf").path("jwk") instanceof ObjectNode jwk)) {
            throw new CredentialRejectedException(Reason.HOLDER_KEY_MISSING);
        }
        return VerificationKey.ofJwk(jwk, JwsAlgorithm.ES256, Reason.HOLDER_KEY_INVALID);
    }

    /** RFC 9901, section 7.3: always required, whether or not there is one. */
    private void requireKeyBinding(SdJwt sdJwt, VerificationKey holderKey, PresentationBinding binding, Instant now) {
        KeyBindingJwt keyBinding = requireSignedByHolder(sdJwt, holderKey);
        keyBinding.requireAnswers(binding);
        keyBinding.requireFresh(binding, rules, now);
        keyBinding.requirePresented(sdJwt.presentedHash());
    }

    static KeyBindingJwt requireSignedByHolder(SdJwt sdJwt, VerificationKey holderKey) {
        return KeyBindingJwt.verify(
                sdJwt.keyBinding().orElseThrow(() -> new CredentialRejectedException(Reason.KEY_BINDING_MISSING)),
                holderKey);
    }

    VerificationRules rules() {
        return rules;
    }

    /** The moment of a verification that begins now. */
    Instant now() {
        return clock.instant();
    }

    /** Without a status only by decision of the list's curators, or if the credential is short-lived. */
    void requireStatus(ObjectNode claims, Validity validity, TrustedIssuer issuer) {
        Optional<StatusReference> reference = StatusClaim.read(claims);
        if (reference.isPresent()) {
            statusCheck.requireValid(reference.get(), issuer.decision());
            return;
        }
        if (validity.expiresAt().isEmpty() || (!issuesNoStatus(issuer) && !isShortLived(validity))) {
            throw new CredentialRejectedException(Reason.STATUS_MISSING);
        }
    }

    private static boolean issuesNoStatus(TrustedIssuer issuer) {
        return issuer.decision().service().statusPolicy() == StatusPolicy.NO_STATUS_ISSUED;
    }

    private boolean isShortLived(Validity validity) {
        Optional<Duration> length = validity.length();
        return length.isPresent() && length.get().compareTo(rules.maxValidityWithoutStatus()) <= 0;
    }
}
