// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.presentation.PresentationId;

/**
 * A {@link LoginPresentation} as the database knows it: found by values only the browser's cookie can make, and unreadable
 * without it.
 *
 * @param loginKey names login, flow and browser
 * @param sealed handle, client id and request URI, encrypted under a key derived from the cookie
 * @param expiresAt when it can be forgotten
 */
public record StoredPresentation(
        String loginKey,
        PresentationId id,
        String sealed,
        Instant freshSince,
        Instant expiresAt,
        @Nullable String refusal) {

    public StoredPresentation {
        Objects.requireNonNull(loginKey);
        Objects.requireNonNull(id);
        Objects.requireNonNull(sealed);
        Objects.requireNonNull(freshSince);
        Objects.requireNonNull(expiresAt);
    }
}
