// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Finds a client assertion in a request; other ways to authenticate a client do not exist here. */
final class ClientAssertionConverter implements AuthenticationConverter {

    static final String CLIENT_ID = "client_id";
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        FormParameters form = FormParameters.of(request);
        String assertion = form.single("client_assertion");
        if (assertion == null || !TYPE.equals(form.single("client_assertion_type"))) {
            return null;
        }
        Map<String, Object> further = new HashMap<>();
        String clientId = form.single(CLIENT_ID);
        if (clientId != null) {
            further.put(CLIENT_ID, clientId);
        }
        // The name is only known once the assertion is verified; Spring's type needs a text.
        return new OAuth2ClientAuthenticationToken(
                "unverified", ClientAuthenticationMethod.PRIVATE_KEY_JWT, assertion, further);
    }
}
