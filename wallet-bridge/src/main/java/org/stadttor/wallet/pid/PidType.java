// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.pid;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The types of PID that are asked for and read, and whose providers may issue them. A type never says who may issue
 * it: that is this table together with the trust list.
 *
 * @see <a href="https://github.com/eu-digital-identity-wallet/eudi-doc-attestation-rulebooks-catalog">PID rulebook 1.7,
 *     section 4.1</a>
 */
public enum PidType {
    /** The type of every Member State. */
    EU("urn:eudi:pid:1", Optional.empty()),
    /** The German PID. */
    DE("urn:eudi:pid:de:1", Optional.of("DE"));

    private final String vct;
    private final Optional<String> country;

    PidType(String vct, Optional<String> country) {
        this.vct = vct;
        this.country = country;
    }

    /** The {@code vct} value, compared exactly. */
    public String vct() {
        return vct;
    }

    /** Whether a trusted entity of this Member State may issue it. */
    boolean issuableIn(String memberState) {
        return country.isEmpty() || country.get().equals(memberState);
    }

    public static Optional<PidType> of(String vct) {
        return Arrays.stream(values()).filter(type -> type.vct.equals(vct)).findFirst();
    }

    /** Every type, in the order in which queries list them. */
    public static List<String> vctValues() {
        return Arrays.stream(values()).map(PidType::vct).toList();
    }
}
