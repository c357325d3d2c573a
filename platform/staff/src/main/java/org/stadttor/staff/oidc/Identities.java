// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc;

import java.time.Instant;
import java.util.Optional;
import org.stadttor.staff.StaffId;

/** Which account has which identity of the provider. An identity is issuer and subject, and of one account only. */
public interface Identities {

    /** The account of this identity. */
    Optional<StaffId> find(String issuer, String subject);

    /** Whether this account has an identity of this issuer. */
    boolean isLinked(StaffId id, String issuer);

    /** False if the identity or the account is linked already. */
    boolean link(StaffId id, String issuer, String subject, Instant at);

    /** False if there was none. */
    boolean unlink(StaffId id, String issuer);

    /** Remembers whose account an attempt is to link. */
    void begin(String bindingHash, StaffId id, Instant until);

    /** Whose account an attempt is to link; can be asked once. */
    Optional<StaffId> take(String bindingHash, Instant now);
}
