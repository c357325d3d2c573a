// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.net.URI;
import org.stadttor.idp.citizen.Citizen;
import org.stadttor.wallet.presentation.BrowserBinding;

/**
 * Use case: ends a pending authorization, exactly once, with the response to the relying party. The returned address is
 * the registered redirect URI with {@code code}, {@code state} and {@code iss}, or with {@code error}, {@code state} and
 * {@code iss}; the caller redirects with 303.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9207">RFC 9207</a>
 */
public interface CompleteAuthorization {

    /**
     * The citizen was identified.
     *
     * @throws PendingAuthorizationGoneException if it has ended or belongs to another browser
     */
    URI succeed(String handle, BrowserBinding browser, Citizen citizen);

    /**
     * The citizen cancelled, or cannot be identified.
     *
     * @param errorCode an OAuth or OpenID Connect error code, for example {@code access_denied}
     * @throws PendingAuthorizationGoneException if it has ended or belongs to another browser
     */
    URI fail(String handle, BrowserBinding browser, String errorCode);
}
