// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.stadttor.staff.StaffId;

/** The stored passkeys. */
public interface Passkeys {

    /** A passkey with what is needed to check an answer of it. */
    record Usable(PasskeyId id, StaffId owner, CredentialRecord credential) {}

    /** Those of one person, locked ones too, oldest first. */
    List<Passkey> findAll(StaffId owner);

    /** The passkey with this credential id, if it may be used and its owner may sign in. */
    Optional<Usable> findUsable(Bytes credentialId);

    /** Credentials with which this person may answer. */
    List<PublicKeyCredentialDescriptor> allowed(StaffId owner);

    /** Credentials of which none may be on the authenticator of a new passkey: everybody's, and removed ones of others. */
    List<PublicKeyCredentialDescriptor> excluded(StaffId owner);

    /**
     * Stores a new one.
     *
     * @param keyHash hash of the public key itself, however it was written
     * @throws PasskeyRefusedException {@code passkey_taken} if the credential or the key is, or was, in any account
     */
    PasskeyId add(StaffId owner, CredentialRecord credential, String keyHash, PasskeyLabel label, Instant now);

    /** Notes the use of one; false if the counter did not go up (and is not always zero) or it may not be used any more. */
    boolean use(PasskeyId id, long counter, Instant now);

    /** Ends the use of one that may have a copy. */
    void lock(PasskeyId id);

    /** False if the person has no such passkey. */
    boolean rename(PasskeyId id, StaffId owner, PasskeyLabel label);

    /** False if the person has no such passkey, or no other that can be used. */
    boolean remove(PasskeyId id, StaffId owner);

    /** Removes all of one person. */
    void removeAll(StaffId owner);
}
