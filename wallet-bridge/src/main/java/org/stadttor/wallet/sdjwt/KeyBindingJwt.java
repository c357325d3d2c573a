// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.stadttor.wallet.credential.Base64Url;
import org.stadttor.wallet.credential.CompactJws;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.PresentationBinding;
import org.stadttor.wallet.credential.VerificationKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The holder's proof of a presentation. An instance exists only if the holder's key has signed it; keys and
 * certificates in its header do not matter.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901#section-4.3">RFC 9901, sections 4.3 and 7.3</a>
 */
final class KeyBindingJwt {

    private final String audience;
    private final String nonce;
    private final String presentedHash;
    private final Instant issuedAt;
    private final Validity validity;

    private KeyBindingJwt(ObjectNode claims) {
        this.audience = requireText(claims, "aud");
        this.nonce = requireText(claims, "nonce");
        this.presentedHash = requireText(claims, "sd_hash");
        this.validity = Validity.of(claims, Reason.KEY_BINDING_MALFORMED);
        this.issuedAt = validity.issuedAt()
                .orElseThrow(() -> new CredentialRejectedException(Reason.KEY_BINDING_CLAIM_MISSING));
    }

    static KeyBindingJwt verify(CompactJws jws, VerificationKey holderKey) {
        jws.requireType("kb+jwt", Reason.KEY_BINDING_TYP_INVALID);
        if (jws.header().has("crit")
                || jws.requireAlgorithm(Reason.KEY_BINDING_ALGORITHM_NOT_ALLOWED) != holderKey.algorithm()) {
            throw new CredentialRejectedException(Reason.KEY_BINDING_ALGORITHM_NOT_ALLOWED);
        }
        jws.requireSignature(holderKey, Reason.KEY_BINDING_SIGNATURE_INVALID);
        return new KeyBindingJwt(jws.payload());
    }

    /** A text; {@code aud} too, which may not be an array here. */
    private static String requireText(ObjectNode claims, String name) {
        JsonNode value = claims.path(name);
        if (value.isMissingNode()) {
            throw new CredentialRejectedException(Reason.KEY_BINDING_CLAIM_MISSING);
        }
        return value.stringValueOpt().orElseThrow(() -> new CredentialRejectedException(Reason.KEY_BINDING_MALFORMED));
    }

    /** What it says, to be compared with itself where nothing else is known. */
    PresentationBinding binding() {
        return new PresentationBinding(audience, nonce, issuedAt);
    }

    /** Returns only if the holder answered this very request. */
    void requireAnswers(PresentationBinding binding) {
        requireEqual(audience, binding.clientId(), Reason.KEY_BINDING_AUDIENCE_MISMATCH);
        requireEqual(nonce, binding.nonce(), Reason.KEY_BINDING_NONCE_MISMATCH);
    }

    /** Returns only if it was signed for this request and lately. */
    void requireFresh(PresentationBinding binding, VerificationRules rules, Instant now) {
        Instant earliest = now.minus(rules.keyBindingMaxAge());
        Instant requested = binding.requestedAt().minus(rules.clockSkew());
        if (issuedAt.isBefore(earliest)
                || issuedAt.isBefore(requested)
                || issuedAt.isAfter(now.plus(rules.clockSkew()))) {
            throw new CredentialRejectedException(Reason.KEY_BINDING_TIME_INVALID);
        }
        validity.requireNow(now, rules.clockSkew(), Reason.KEY_BINDING_TIME_INVALID, Reason.KEY_BINDING_TIME_INVALID);
    }

    /** Returns only if it is about exactly these characters: the credential and the disclosures in their order. */
    void requirePresented(byte[] sha256) {
        requireEqual(presentedHash, Base64Url.encode(sha256), Reason.KEY_BINDING_DIGEST_MISMATCH);
    }

    private static void requireEqual(String actual, String expected, Reason mismatch) {
        if (!MessageDigest.isEqual(
                actual.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))) {
            throw new CredentialRejectedException(mismatch);
        }
    }
}
