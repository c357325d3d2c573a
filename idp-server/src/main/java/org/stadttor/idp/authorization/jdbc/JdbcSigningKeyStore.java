// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.jdbc;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.authorization.Sealing;
import org.stadttor.idp.authorization.SigningKey;
import org.stadttor.idp.authorization.SigningKeyStore;

/** Signing keys in the table {@code idp.signing_key}, encrypted with the data key and bound to their {@code kid}. */
public final class JdbcSigningKeyStore implements SigningKeyStore {

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final byte[] dataKey;

    public JdbcSigningKeyStore(JdbcClient jdbc, Sealing sealing, byte[] dataKey) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.dataKey = dataKey.clone();
    }

    @Override
    public List<SigningKey> all() {
        return jdbc.sql("SELECT * FROM idp.signing_key ORDER BY generation")
                .query((row, number) -> key(row))
                .list();
    }

    @Override
    public boolean add(SigningKey key) {
        byte[] sealed = sealing.seal(
                dataKey, key.key().getKeyID(), key.key().toJSONString().getBytes(StandardCharsets.UTF_8));
        return jdbc.sql("INSERT INTO idp.signing_key VALUES (?, ?, ?, ?) ON CONFLICT (generation) DO NOTHING")
                        .params(key.generation(), key.key().getKeyID(), sealed, Timestamp.from(key.activeFrom()))
                        .update()
                == 1;
    }

    @Override
    public int deleteBefore(int generation) {
        return jdbc.sql("DELETE FROM idp.signing_key WHERE generation < ?")
                .param(generation)
                .update();
    }

    private SigningKey key(ResultSet row) throws SQLException {
        byte[] opened = sealing.open(dataKey, row.getString("kid"), row.getBytes("sealed_key"));
        try {
            return new SigningKey(
                    row.getInt("generation"),
                    ECKey.parse(new String(opened, StandardCharsets.UTF_8)),
                    row.getTimestamp("active_from").toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException("a stored signing key cannot be read", e);
        }
    }
}
