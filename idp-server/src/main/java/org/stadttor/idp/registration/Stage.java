// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a registration is for. */
public enum Stage {
    /** To try things out with synthetic people; approved automatically, in a sandbox installation only. */
    SANDBOX,
    /** For real logins; what matters needs a second person. */
    PRODUCTION;

    /** The stable snake_case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stage> of(String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst();
    }
}
