// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.openid4vp.EngagementUri;
import org.stadttor.wallet.openid4vp.RequestUriMethod;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationId;

/**
 * The presentation by which a login asks a wallet; one per login and flow, however often the page is loaded.
 *
 * @param handle of the login
 * @param clientId of the request object
 * @param requestUri where the wallet fetches it; a bearer value
 * @param freshSince when the request URI was made
 * @param refusal reason code, once the result was collected and was a refusal
 */
public record LoginPresentation(
        PresentationId id,
        Flow flow,
        String handle,
        String clientId,
        URI requestUri,
        Instant freshSince,
        @Nullable String refusal) {

    public LoginPresentation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(flow);
        Objects.requireNonNull(handle);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(requestUri);
        Objects.requireNonNull(freshSince);
    }

    /** The address that opens a wallet with this request. */
    public EngagementUri engagement(String endpoint, RequestUriMethod method) {
        return EngagementUri.of(endpoint, clientId, requestUri, method);
    }

    @Override
    public String toString() {
        return "LoginPresentation[" + id + "]";
    }
}
