// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * The address that opens a wallet with a request. To the wallet's endpoint (a scheme such as {@code openid4vp://}, or an
 * https address with or without a query) only {@code client_id}, {@code request_uri} and {@code request_uri_method} are
 * added.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, sections 5.7 and
 *     9</a>
 */
public record EngagementUri(String value) {

    /** Makes the address. */
    public static EngagementUri of(String endpoint, String clientId, URI requestUri, RequestUriMethod method) {
        requireEndpoint(endpoint);
        Objects.requireNonNull(method);
        String separator = !endpoint.contains("?") ? "?" : endpoint.endsWith("?") || endpoint.endsWith("&") ? "" : "&";
        return new EngagementUri(endpoint
                + separator
                + "client_id="
                + encode(clientId)
                + "&request_uri="
                + encode(requestUri.toString())
                + "&request_uri_method="
                + method.value());
    }

    /**
     * Checks a wallet's endpoint from configuration.
     *
     * @throws IllegalArgumentException if it has no scheme, a fragment, a scheme a browser runs itself, plain http beyond
     *     this machine, or a query that sets one of our parameters
     */
    public static void requireEndpoint(String endpoint) {
        // java.net.URI refuses an empty authority or path, which is what scheme-only endpoints have.
        URI parsed = URI.create(
                endpoint.endsWith(":") || endpoint.endsWith("://")
                        ? endpoint + "x"
                        : endpoint.replace("://?", "://x?"));
        String scheme = Objects.requireNonNullElse(parsed.getScheme(), "");
        boolean forbidden = switch (scheme.toLowerCase(Locale.ROOT)) {
            case "", "javascript", "data", "vbscript", "file", "blob", "about" -> true;
            case "http" -> !"localhost".equals(parsed.getHost());
            default -> false;
        };
        if (forbidden || parsed.getRawFragment() != null) {
            throw new IllegalArgumentException("not a wallet endpoint");
        }
        String query = Objects.requireNonNullElse(parsed.getRawQuery(), "");
        if (("&" + query).matches(".*&(client_id|request_uri|request_uri_method|request)(=.*|&.*|)")) {
            throw new IllegalArgumentException("the wallet endpoint sets a parameter of the request");
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "EngagementUri[…]";
    }
}
