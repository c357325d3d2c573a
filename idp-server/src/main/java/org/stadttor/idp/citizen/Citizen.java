// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.citizen;

import java.time.Instant;
import java.util.Objects;
import org.stadttor.wallet.pid.PersonIdentification;

/**
 * An identified citizen on the way to one relying party. Lives only within one request. {@link #toString()} shows no
 * value.
 *
 * @param subject the pairwise subject for that relying party
 * @param person the attributes, released to that relying party only
 * @param authenticatedAt when the wallet's answer was verified
 */
public record Citizen(String subject, PersonIdentification person, Instant authenticatedAt) {

    public Citizen {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(person);
        Objects.requireNonNull(authenticatedAt);
    }

    @Override
    public String toString() {
        return "Citizen[…]";
    }
}
