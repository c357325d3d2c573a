// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which redirect URIs can be registered, and how one is compared: as text, character by character, port included.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.1.3">RFC 9700, section 4.1.3</a>
 */
public final class RedirectUris {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,2000}");
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private RedirectUris() {}

    /**
     * Checks an address for registration: https, or http on a loopback host in sandbox mode; no fragment, user info,
     * wildcard, backslash, dot segment, percent-encoded separator or control character.
     *
     * @throws IllegalArgumentException if it cannot be registered
     */
    public static URI requireRegistrable(String text, boolean sandboxMode) {
        if (!VISIBLE_ASCII.matcher(text).matches() || text.contains("*") || text.contains("\\")) {
            throw new IllegalArgumentException("forbidden character");
        }
        URI uri = parse(text);
        String host = uri.getHost();
        boolean loopback = sandboxMode && "http".equals(uri.getScheme()) && host != null && LOOPBACK.contains(host);
        if (host == null || (!"https".equals(uri.getScheme()) && !loopback)) {
            throw new IllegalArgumentException("scheme and host");
        }
        if (!host.startsWith("[") && !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("host");
        }
        if (uri.getRawFragment() != null || uri.getRawUserInfo() != null || text.indexOf('@') >= 0) {
            throw new IllegalArgumentException("fragment or user info");
        }
        requirePlainPath(uri.getRawPath().toLowerCase(Locale.ROOT));
        return uri;
    }

    /** Whether this text is one of the registered addresses, exactly. */
    public static boolean contains(List<URI> registered, String text) {
        return registered.stream().anyMatch(uri -> uri.toString().equals(text));
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URI", e);
        }
    }

    private static void requirePlainPath(String path) {
        if (path.contains("..")
                || path.contains("/./")
                || path.endsWith("/.")
                || path.contains("%2e")
                || path.contains("%2f")
                || path.contains("%5c")
                || path.contains("//")
                || path.contains("%0")
                || path.contains("%1")
                || path.contains("%7f")) {
            throw new IllegalArgumentException("path");
        }
    }
}
