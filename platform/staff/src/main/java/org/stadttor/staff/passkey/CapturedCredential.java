// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/**
 * The repositories Spring Security checks one answer against: they know at most one credential, and keep what the check
 * found instead of storing it. What is stored is decided after it, in one transaction with the audit trail.
 */
final class CapturedCredential implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final @Nullable CredentialRecord known;
    private @Nullable CredentialRecord saved;

    CapturedCredential(@Nullable CredentialRecord known) {
        this.known = known;
    }

    /** What the check found. */
    Optional<CredentialRecord> saved() {
        return Optional.ofNullable(saved);
    }

    @Override
    public void save(CredentialRecord record) {
        saved = record;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return known != null && known.getCredentialId().equals(credentialId) ? known : null;
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return known == null ? List.of() : List.of(known);
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes id) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(id)
                .name(id.toBase64UrlString())
                .displayName("")
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return null;
    }

    @Override
    public void save(PublicKeyCredentialUserEntity userEntity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException();
    }
}
