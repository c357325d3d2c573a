// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.passkey.Passkey;
import org.stadttor.staff.passkey.PasskeyId;
import org.stadttor.staff.passkey.PasskeyLabel;
import org.stadttor.staff.passkey.PasskeyRefusedException;
import org.stadttor.staff.passkey.PasskeyRefusedException.Reason;
import org.stadttor.staff.passkey.Passkeys;

/** Passkeys in the table {@code passkey} of one schema. Removed ones stay, so that none comes back in another account. */
public final class JdbcPasskeys implements Passkeys {

    private final JdbcClient jdbc;
    private final String schema;
    private final String table;

    public JdbcPasskeys(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.table = schema + ".passkey";
    }

    @Override
    public List<Passkey> findAll(StaffId owner) {
        return jdbc.sql("SELECT * FROM " + table
                        + " WHERE member_id = ? AND state <> 'removed' ORDER BY created_at, id")
                .param(uuid(owner))
                .query(JdbcPasskeys::readPasskey)
                .list();
    }

    @Override
    public Optional<Usable> findUsable(Bytes credentialId) {
        return jdbc.sql("SELECT p.* FROM " + table + " p JOIN " + schema + ".member m ON m.id = p.member_id"
                        + " WHERE p.credential_id = ? AND p.state = 'active' AND m.state = 'active'")
                .param(credentialId.getBytes())
                .query((row, number) -> new Usable(
                        new PasskeyId(row.getObject("id", UUID.class)), owner(row), StoredCredential.read(row)))
                .optional();
    }

    @Override
    public List<PublicKeyCredentialDescriptor> allowed(StaffId owner) {
        return jdbc.sql("SELECT credential_id, transports FROM " + table
                        + " WHERE member_id = ? AND state = 'active' ORDER BY created_at, id")
                .param(uuid(owner))
                .query(JdbcPasskeys::readDescriptor)
                .list();
    }

    @Override
    public List<PublicKeyCredentialDescriptor> excluded(StaffId owner) {
        return jdbc.sql("SELECT credential_id, transports FROM " + table
                        + " WHERE member_id <> ? OR state <> 'removed' ORDER BY created_at, id")
                .param(uuid(owner))
                .query(JdbcPasskeys::readDescriptor)
                .list();
    }

    @Override
    public PasskeyId add(StaffId owner, CredentialRecord credential, String keyHash, PasskeyLabel label, Instant now) {
        PasskeyId id = PasskeyId.random();
        try {
            jdbc.sql("INSERT INTO " + table + " (id, member_id, credential_id, key_hash, attestation_object, counter,"
                            + " transports, backed_up, label, state, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'active', ?)")
                    .params(
                            id.value(),
                            uuid(owner),
                            credential.getCredentialId().getBytes(),
                            keyHash,
                            StoredCredential.attestationObject(credential).getBytes(),
                            credential.getSignatureCount(),
                            transports(credential.getTransports()),
                            credential.isBackupState(),
                            label.value(),
                            Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new PasskeyRefusedException(Reason.PASSKEY_TAKEN);
        }
        return id;
    }

    @Override
    public boolean use(PasskeyId id, long counter, Instant now) {
        return jdbc.sql("UPDATE " + table + " SET counter = ?, last_used_at = ?"
                                + " WHERE id = ? AND state = 'active' AND (counter < ? OR (counter = 0 AND ? = 0))")
                        .params(counter, Timestamp.from(now), id.value(), counter, counter)
                        .update()
                == 1;
    }

    @Override
    public void lock(PasskeyId id) {
        jdbc.sql("UPDATE " + table + " SET state = 'locked' WHERE id = ? AND state = 'active'")
                .param(id.value())
                .update();
    }

    @Override
    public boolean rename(PasskeyId id, StaffId owner, PasskeyLabel label) {
        return jdbc.sql("UPDATE " + table + " SET label = ? WHERE id = ? AND member_id = ? AND state <> 'removed'")
                        .params(label.value(), id.value(), uuid(owner))
                        .update()
                == 1;
    }

    @Override
    public boolean remove(PasskeyId id, StaffId owner) {
        // Of two removals at once the second sees what the first has left.
        jdbc.sql("SELECT id FROM " + schema + ".member WHERE id = ? FOR UPDATE")
                .param(uuid(owner))
                .query(UUID.class)
                .optional();
        return jdbc.sql("UPDATE " + table + " SET state = 'removed' WHERE id = ? AND member_id = ?"
                                + " AND state <> 'removed' AND EXISTS (SELECT 1 FROM " + table
                                + " o WHERE o.member_id = ? AND o.id <> ? AND o.state = 'active')")
                        .params(id.value(), uuid(owner), uuid(owner), id.value())
                        .update()
                == 1;
    }

    @Override
    public void removeAll(StaffId owner) {
        jdbc.sql("UPDATE " + table + " SET state = 'removed' WHERE member_id = ? AND state <> 'removed'")
                .param(uuid(owner))
                .update();
    }

    private static Passkey readPasskey(ResultSet row, int number) throws SQLException {
        return new Passkey(
                new PasskeyId(row.getObject("id", UUID.class)),
                owner(row),
                new PasskeyLabel(row.getString("label")),
                row.getBoolean("backed_up"),
                row.getString("state").equals("locked"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant));
    }

    private static PublicKeyCredentialDescriptor readDescriptor(ResultSet row, int number) throws SQLException {
        return PublicKeyCredentialDescriptor.builder()
                .id(new Bytes(row.getBytes("credential_id")))
                .transports(transports(row.getString("transports")))
                .build();
    }

    private static StaffId owner(ResultSet row) throws SQLException {
        return new StaffId(row.getObject("member_id", UUID.class).toString());
    }

    private static UUID uuid(StaffId id) {
        return UUID.fromString(id.value());
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    static Set<AuthenticatorTransport> transports(String stored) {
        return Arrays.stream(stored.split(" "))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
