// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.stadttor.staff.Secrets;
import org.stadttor.staff.passkey.PasskeyRefusedException.Reason;

/** The public key of a new credential, however it was written: the same key is the same passkey. */
final class PublicKeyOf {

    private static final int SHORTEST_RSA = 2048;

    private PublicKeyOf() {}

    /**
     * Hash of the key as {@code SubjectPublicKeyInfo}.
     *
     * @throws PasskeyRefusedException {@code answer_invalid} if the key is too short, or the credential id is not the one
     *     the authenticator has made
     */
    static String hash(CredentialRecord credential) {
        AttestationObject attestation = Objects.requireNonNull(new AttestationObjectConverter(new ObjectConverter())
                .convert(Objects.requireNonNull(credential.getAttestationObject())
                        .getBytes()));
        var attested = Objects.requireNonNull(attestation.getAuthenticatorData().getAttestedCredentialData());
        PublicKey key = Objects.requireNonNull(attested.getCOSEKey().getPublicKey());
        if (!Arrays.equals(
                        attested.getCredentialId(), credential.getCredentialId().getBytes())
                || (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA)) {
            throw new PasskeyRefusedException(Reason.ANSWER_INVALID);
        }
        return Secrets.hash(key.getEncoded());
    }
}
