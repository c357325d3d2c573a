// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import static org.stadttor.wallet.credential.VerificationCheck.AUDIENCE;
import static org.stadttor.wallet.credential.VerificationCheck.DISCLOSURES;
import static org.stadttor.wallet.credential.VerificationCheck.FORM;
import static org.stadttor.wallet.credential.VerificationCheck.HEADER;
import static org.stadttor.wallet.credential.VerificationCheck.HOLDER_KEY;
import static org.stadttor.wallet.credential.VerificationCheck.ISSUER;
import static org.stadttor.wallet.credential.VerificationCheck.ISSUER_SIGNATURE;
import static org.stadttor.wallet.credential.VerificationCheck.KEY_BINDING_DIGEST;
import static org.stadttor.wallet.credential.VerificationCheck.KEY_BINDING_REQUEST;
import static org.stadttor.wallet.credential.VerificationCheck.KEY_BINDING_SIGNATURE;
import static org.stadttor.wallet.credential.VerificationCheck.KEY_BINDING_TIME;
import static org.stadttor.wallet.credential.VerificationCheck.STATUS;
import static org.stadttor.wallet.credential.VerificationCheck.TYPE;
import static org.stadttor.wallet.credential.VerificationCheck.VALIDITY;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.ExplainCredential;
import org.stadttor.wallet.credential.PresentationBinding;
import org.stadttor.wallet.credential.VerificationCheck;
import org.stadttor.wallet.credential.VerificationExplanation;
import org.stadttor.wallet.credential.VerificationKey;
import org.stadttor.wallet.sdjwt.IssuerTrust.TrustedIssuer;
import org.stadttor.wallet.trust.TrustListSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the steps of {@link SdJwtVcVerifier} one by one, with its own methods, and goes on after a failure where the next
 * step does not need the one before. Of what has no holder's proof only the credential is looked at.
 */
public final class ExplainSdJwtVc implements ExplainCredential {

    private static final List<VerificationCheck> CHECKS = List.of(
            FORM,
            HEADER,
            ISSUER,
            ISSUER_SIGNATURE,
            DISCLOSURES,
            VALIDITY,
            TYPE,
            HOLDER_KEY,
            AUDIENCE,
            KEY_BINDING_SIGNATURE,
            KEY_BINDING_REQUEST,
            KEY_BINDING_TIME,
            KEY_BINDING_DIGEST,
            STATUS);

    private final SdJwtVcVerifier verifier;
    private final TrustListSource trustLists;

    public ExplainSdJwtVc(SdJwtVcVerifier verifier, TrustListSource trustLists) {
        this.verifier = verifier;
        this.trustLists = trustLists;
    }

    @Override
    public VerificationExplanation explain(String pasted, Expected expected) {
        return new Explaining(verifier.now(), expected).explain(pasted);
    }

    /** One explanation. A null means that the step before failed. */
    private final class Explaining {

        private final VerificationExplanation.Recorder recorder = new VerificationExplanation.Recorder(CHECKS);
        private final Instant now;
        private final Expected expected;

        Explaining(Instant now, Expected expected) {
            this.now = now;
            this.expected = expected;
        }

        VerificationExplanation explain(String pasted) {
            SdJwt sdJwt = step(FORM, () -> SdJwt.parse(pasted));
            SdJwtVcVerifier.Header header =
                    sdJwt == null ? null : step(HEADER, () -> SdJwtVcVerifier.requireHeader(sdJwt.issuerJwt()));
            if (sdJwt != null && header != null) {
                recorder.issuerRules(IssuerRules.explain(header.x5c(), trustLists, now));
                TrustedIssuer issuer = step(ISSUER, () -> verifier.requireListed(header, now));
                if (issuer != null) {
                    issued(sdJwt, issuer);
                }
            }
            return recorder.explanation();
        }

        private void issued(SdJwt sdJwt, TrustedIssuer issuer) {
            recorder.fact("issuer", issuer.issuer().entityName());
            recorder.fact("country", issuer.issuer().country());
            recorder.fact("list_sequence", Long.toString(issuer.issuer().listSequence()));
            if (!passes(ISSUER_SIGNATURE, () -> SdJwtVcVerifier.requireIssuerSignature(sdJwt.issuerJwt(), issuer))) {
                return;
            }
            ObjectNode claims = step(
                    DISCLOSURES,
                    () -> DisclosureResolver.resolve(sdJwt.issuerJwt().payload(), sdJwt.disclosures()));
            if (claims == null) {
                return;
            }
            recorder.fact(
                    "claims",
                    claims.propertyStream().map(e -> e.getKey()).sorted().collect(Collectors.joining(", ")));
            Validity validity = step(VALIDITY, () -> verifier.requireValid(claims, now));
            String type = step(TYPE, () -> verifier.requireType(claims));
            if (type != null) {
                recorder.fact("type", type);
            }
            VerificationKey holderKey = step(HOLDER_KEY, () -> SdJwtVcVerifier.requireHolderKey(claims));
            if (holderKey != null) {
                holder(sdJwt, claims, holderKey);
            }
            if (validity != null) {
                passes(STATUS, () -> verifier.requireStatus(claims, validity, issuer));
            }
        }

        private void holder(SdJwt sdJwt, ObjectNode claims, VerificationKey holderKey) {
            if (sdJwt.keyBinding().isEmpty() && expected.equals(Expected.NOTHING)) {
                List.of(AUDIENCE, KEY_BINDING_SIGNATURE, KEY_BINDING_REQUEST, KEY_BINDING_TIME, KEY_BINDING_DIGEST)
                        .forEach(recorder::notAsked);
                return;
            }
            String clientId = expected.clientId();
            if (clientId == null) {
                recorder.notAsked(AUDIENCE);
            } else {
                passes(AUDIENCE, () -> SdJwtVcVerifier.requireAudience(claims, clientId));
            }
            KeyBindingJwt proof =
                    step(KEY_BINDING_SIGNATURE, () -> SdJwtVcVerifier.requireSignedByHolder(sdJwt, holderKey));
            if (proof != null) {
                proof(sdJwt, proof);
            }
        }

        /** What is not known of the request is compared with itself. */
        private void proof(SdJwt sdJwt, KeyBindingJwt proof) {
            PresentationBinding own = proof.binding();
            PresentationBinding binding = new PresentationBinding(
                    Objects.requireNonNullElse(expected.clientId(), own.clientId()),
                    Objects.requireNonNullElse(expected.nonce(), own.nonce()),
                    Objects.requireNonNullElse(expected.requestedAt(), own.requestedAt()));
            if (expected.clientId() == null && expected.nonce() == null) {
                recorder.notAsked(KEY_BINDING_REQUEST);
            } else {
                passes(KEY_BINDING_REQUEST, () -> proof.requireAnswers(binding));
            }
            passes(KEY_BINDING_TIME, () -> proof.requireFresh(binding, verifier.rules(), now));
            passes(KEY_BINDING_DIGEST, () -> proof.requirePresented(sdJwt.presentedHash()));
        }

        private <T> @Nullable T step(VerificationCheck check, Supplier<T> step) {
            try {
                T result = step.get();
                recorder.passed(check);
                return result;
            } catch (CredentialRejectedException e) {
                recorder.failed(check, e.reason().code());
                return null;
            }
        }

        private boolean passes(VerificationCheck check, Runnable step) {
            return step(check, () -> {
                        step.run();
                        return check;
                    })
                    != null;
        }
    }
}
