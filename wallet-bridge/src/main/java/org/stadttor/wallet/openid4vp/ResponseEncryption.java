// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Content encryptions a wallet may use; both are offered in every request.
 *
 * @see <a href="https://openid.net/specs/openid4vc-high-assurance-interoperability-profile-1_0-final.html">HAIP 1.0,
 *     section 5</a>
 */
public enum ResponseEncryption {
    A128GCM,
    A256GCM;

    /** The encryption with this JWE {@code enc} value, compared exactly. */
    public static Optional<ResponseEncryption> of(String enc) {
        return Arrays.stream(values()).filter(e -> e.name().equals(enc)).findFirst();
    }

    /** The {@code enc} values as they stand in client metadata. */
    public static List<String> identifiers() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
