// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Addresses that carry an authorization response; each names the issuer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9207">RFC 9207</a>
 */
final class AuthorizationResponse {

    private AuthorizationResponse() {}

    static URI code(AuthorizationRequest request, BearerSecret code, Issuer issuer) {
        return address(request, "code", code.value(), issuer);
    }

    static URI error(AuthorizationRequest request, String error, Issuer issuer) {
        return address(request, "error", error, issuer);
    }

    private static URI address(AuthorizationRequest request, String name, String value, Issuer issuer) {
        String target = request.redirectUri();
        StringBuilder address = new StringBuilder(target);
        address.append(target.indexOf('?') < 0 ? '?' : '&');
        append(address, name, value);
        if (request.state() != null) {
            append(address.append('&'), "state", request.state());
        }
        append(address.append('&'), "iss", issuer.toString());
        return URI.create(address.toString());
    }

    private static void append(StringBuilder address, String name, String value) {
        address.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
