// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.pid;

import java.util.Arrays;
import java.util.Optional;

/**
 * The attributes a relying party can be registered for. Each is one or more leaf claims of the SD-JWT VC PID.
 *
 * @see <a href="https://github.com/eu-digital-identity-wallet/eudi-doc-attestation-rulebooks-catalog">PID rulebook 1.7,
 *     section 4.1.2</a>
 */
public enum PidAttribute {
    FAMILY_NAME("family_name"),
    GIVEN_NAME("given_name"),
    BIRTHDATE("birthdate"),
    PLACE_OF_BIRTH("place_of_birth"),
    NATIONALITIES("nationalities"),
    ADDRESS("address"),
    BIRTH_FAMILY_NAME("birth_family_name"),
    BIRTH_GIVEN_NAME("birth_given_name"),
    PERSONAL_ADMINISTRATIVE_NUMBER("personal_administrative_number"),
    TITLE("title"),
    ALSO_KNOWN_AS("also_known_as");

    private final String claim;

    PidAttribute(String claim) {
        this.claim = claim;
    }

    /** Name of the OpenID Connect claim, and stable key in configuration, database and message bundles. */
    public String claim() {
        return claim;
    }

    public static Optional<PidAttribute> of(String claim) {
        return Arrays.stream(values()).filter(a -> a.claim.equals(claim)).findFirst();
    }
}
