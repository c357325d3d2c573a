// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.registration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be registered by a file. */
public enum RegistrationKind {
    ISSUERS,
    WALLETS,
    RELYING_PARTIES;

    /** Name of the folder, and of the path of the control address. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<RegistrationKind> of(String folder) {
        return Arrays.stream(values())
                .filter(kind -> kind.folder().equals(folder))
                .findFirst();
    }
}
