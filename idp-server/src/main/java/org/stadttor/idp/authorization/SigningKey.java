// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.Objects;

/**
 * A signing key: published at once, signing from {@code activeFrom} until the next generation does.
 *
 * @param generation counts up; the database allows each number once
 */
public record SigningKey(int generation, ECKey key, Instant activeFrom) {

    public SigningKey {
        Objects.requireNonNull(key);
        Objects.requireNonNull(activeFrom);
    }

    @Override
    public String toString() {
        return "SigningKey[" + generation + ", " + key.getKeyID() + "]";
    }
}
