// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc;

import java.net.URI;
import java.util.Map;

/** How the provider is asked; every method throws {@link OpenIdRefusedException} if there is no good answer. */
public interface ProviderHttp {

    /** A JSON document. */
    String get(URI address);

    /** The answer to a form, authenticated by client id and secret (HTTP Basic). */
    String post(URI address, Map<String, String> form, String clientId, String clientSecret);
}
