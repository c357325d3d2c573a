// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.webauthn4j.WebAuthnManager;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.stadttor.staff.StaffAddress;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.passkey.PasskeyRefusedException.Reason;
import tools.jackson.databind.json.JsonMapper;

/**
 * This staff side as a relying party of Web Authentication: what it asks of authenticators, and the check of what they
 * answer. The user is always verified, passkeys are always discoverable, the origin is always the one address.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-rp-operations">Web Authentication Level 3, section 7</a>
 */
public final class WebAuthnRelyingParty {

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            // For the TPM of many Windows machines, which can do nothing better.
            PublicKeyCredentialParameters.RS256);

    private final StaffAddress address;
    private final String name;
    private final WebAuthnManager checks = WebAuthnManager.createNonStrictWebAuthnManager();
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new WebauthnJacksonModule())
            // To a browser null is a value, and the wrong one.
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /**
     * One for the pages at this address.
     *
     * @param name shown by authenticators
     */
    public WebAuthnRelyingParty(StaffAddress address, String name) {
        this.address = address;
        this.name = name;
        // The stored counter decides, not that of the registration, and only after the signature was checked.
        checks.getAuthenticationDataVerifier().setMaliciousCounterValueHandler(ignored -> {});
    }

    /** Asks for a signature; by any passkey of this address if none is named. */
    PublicKeyCredentialRequestOptions ask(Bytes challenge, List<PublicKeyCredentialDescriptor> allowed) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(host())
                .timeout(Challenges.LIFETIME)
                .allowCredentials(allowed)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    /** Asks for a new passkey. */
    PublicKeyCredentialCreationOptions askNew(
            Bytes challenge, StaffId account, String person, List<PublicKeyCredentialDescriptor> excluded) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(PublicKeyCredentialRpEntity.builder().id(host()).name(name).build())
                .user(ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(UserHandle.of(account))
                        .name(person)
                        .displayName(person)
                        .build())
                .challenge(challenge)
                .pubKeyCredParams(ALGORITHMS)
                .timeout(Challenges.LIFETIME)
                .excludeCredentials(excluded)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    /** What is asked, for the script of the page. */
    String json(Object options) {
        return json.writeValueAsString(options);
    }

    /**
     * Checks a signature by this credential.
     *
     * @return its counter after this use
     * @throws PasskeyRefusedException {@code answer_invalid}
     * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion">7.2</a>
     */
    long check(RelyingPartyAuthenticationRequest request, CredentialRecord credential) {
        CapturedCredential captured = new CapturedCredential(credential);
        try {
            operations(captured).authenticate(request);
        } catch (RuntimeException e) {
            // Whatever the library has against it: it is refused.
            throw new PasskeyRefusedException(Reason.ANSWER_INVALID);
        }
        return captured.saved()
                .orElseThrow(() -> new PasskeyRefusedException(Reason.ANSWER_INVALID))
                .getSignatureCount();
    }

    /**
     * Checks a new passkey.
     *
     * @throws PasskeyRefusedException {@code answer_invalid}
     * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-registering-a-new-credential">7.1</a>
     */
    CredentialRecord checkNew(PublicKeyCredentialCreationOptions options, String answer) {
        try {
            return operations(new CapturedCredential(null))
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(PasskeyAnswer.attestation(answer), "")));
        } catch (PasskeyRefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PasskeyRefusedException(Reason.ANSWER_INVALID);
        }
    }

    private WebAuthnRelyingPartyOperations operations(CapturedCredential captured) {
        Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(
                captured,
                captured,
                PublicKeyCredentialRpEntity.builder().id(host()).name(name).build(),
                Set.of(origin()));
        operations.setWebAuthnManager(checks);
        return operations;
    }

    private String host() {
        return Objects.requireNonNull(address.origin().getHost()).toLowerCase(Locale.ROOT);
    }

    /** As browsers write it: lower case, without the port that goes without saying. */
    private String origin() {
        URI uri = address.origin();
        int usual = "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getScheme() + "://" + host()
                + (uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort());
    }
}
