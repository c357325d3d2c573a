// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.stadttor.sandbox.wallet.RequestRefusedException.Reason;

/**
 * What a QR code or a link to the wallet says: where a request waits, and whose it is. Any scheme is taken.
 *
 * @param clientId must be found again inside the signed request
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0.html">OpenID4VP 1.0, section 5.10</a>
 */
public record EngagementLink(String clientId, URI requestUri, Method method) {

    /** How the request is fetched. */
    public enum Method {
        GET,
        POST
    }

    /** Reads a link such as {@code openid4vp://?client_id=…&request_uri=…}. */
    public static EngagementLink parse(String untrusted) {
        int question = untrusted.indexOf('?');
        if (question < 0) {
            throw new RequestRefusedException(Reason.LINK_MALFORMED);
        }
        return of(parameters(untrusted.substring(question + 1).strip()));
    }

    /** Takes the parameters of a link; others than the three it knows do not matter. */
    public static EngagementLink of(Map<String, String> parameters) {
        String clientId = parameters.get("client_id");
        String requestUri = parameters.get("request_uri");
        if (clientId == null || clientId.isEmpty()) {
            throw new RequestRefusedException(Reason.LINK_CLIENT_ID_MISSING);
        }
        if (requestUri == null || requestUri.isEmpty()) {
            throw new RequestRefusedException(Reason.LINK_REQUEST_URI_MISSING);
        }
        Method method = switch (parameters.getOrDefault("request_uri_method", "get")) {
            case "get" -> Method.GET;
            case "post" -> Method.POST;
            default -> throw new RequestRefusedException(Reason.LINK_METHOD_UNKNOWN);
        };
        return new EngagementLink(clientId, httpUri(requestUri), method);
    }

    private static URI httpUri(String text) {
        try {
            URI uri = URI.create(text);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new RequestRefusedException(Reason.LINK_MALFORMED, e);
        }
        throw new RequestRefusedException(Reason.LINK_MALFORMED);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            try {
                String value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
                if (parameters.putIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), value) != null) {
                    throw new RequestRefusedException(Reason.LINK_MALFORMED);
                }
            } catch (IllegalArgumentException e) {
                throw new RequestRefusedException(Reason.LINK_MALFORMED, e);
            }
        }
        return parameters;
    }
}
