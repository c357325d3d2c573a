// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.passkey.UserHandle;

/** A credential as Spring Security wants it. The key is read from the attestation object, which is stored whole. */
final class StoredCredential {

    private StoredCredential() {}

    static CredentialRecord read(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(UserHandle.of(
                        new StaffId(row.getObject("member_id", UUID.class).toString())))
                .publicKey(new ImmutablePublicKeyCose(new byte[0]))
                .signatureCount(row.getLong("counter"))
                .uvInitialized(true)
                .transports(JdbcPasskeys.transports(row.getString("transports")))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(new Bytes(new byte[0]))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed(row.getTimestamp("created_at").toInstant())
                .label(row.getString("label"))
                .build();
    }

    static Bytes attestationObject(CredentialRecord credential) {
        return Objects.requireNonNull(credential.getAttestationObject());
    }
}
