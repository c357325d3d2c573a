// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.stadttor.idp.relyingparty.InvalidAddressException.Reason;

/**
 * Which redirect URIs can be registered, and how one is compared: as text, character by character, port included. What
 * two programs could read in two ways is refused.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.1.3">RFC 9700, section 4.1.3</a>
 */
public final class RedirectUris {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LENGTH_LIMIT = 2000;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Pattern AUTHORITY = Pattern.compile("^[a-z]+://([^/?#]*)");
    private static final Pattern ENCODED_PERCENT = Pattern.compile("%25[0-9a-f]{2}");
    private static final Pattern ENCODED_CONTROL = Pattern.compile("%([01][0-9a-f]|7f)");
    private static final Pattern BROKEN_ENCODING = Pattern.compile("%(?![0-9a-f]{2})");

    private RedirectUris() {}

    /**
     * Checks an address for registration: https, or http on a loopback host in sandbox mode.
     *
     * @throws InvalidAddressException if it cannot be registered
     */
    public static URI requireRegistrable(String text, boolean sandboxMode) {
        requireCharacters(text);
        requireScheme(text);
        String authority = authority(text);
        requireHost(authority, text, sandboxMode);
        if (text.indexOf('#') >= 0) {
            throw refused(Reason.URI_FRAGMENT);
        }
        int end = text.indexOf(authority) + authority.length();
        requirePathAndQuery(text.substring(end).toLowerCase(Locale.ROOT));
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refused(Reason.URI_MALFORMED);
        }
    }

    /** Whether this text is one of the registered addresses, exactly. */
    public static boolean contains(List<URI> registered, String text) {
        return registered.stream().anyMatch(uri -> uri.toString().equals(text));
    }

    /** Whether a host of a registered address is this machine. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    private static void requireCharacters(String text) {
        if (text.isEmpty()) {
            throw refused(Reason.URI_EMPTY);
        }
        if (text.length() > LENGTH_LIMIT) {
            throw refused(Reason.URI_TOO_LONG);
        }
        text.chars().forEach(RedirectUris::requireCharacter);
    }

    private static void requireCharacter(int c) {
        if (Character.isISOControl(c)) {
            throw refused(Reason.URI_CONTROL_CHARACTER);
        }
        if (c > 0x7e) {
            throw refused(Reason.URI_NOT_ASCII);
        }
        switch (c) {
            case ' ' -> throw refused(Reason.URI_SPACE);
            case '\\' -> throw refused(Reason.URI_BACKSLASH);
            case '*' -> throw refused(Reason.URI_WILDCARD);
            default -> {
                // Fine so far.
            }
        }
    }

    private static void requireScheme(String text) {
        var matcher = SCHEME.matcher(text);
        if (!matcher.find()) {
            throw refused(Reason.URI_NOT_ABSOLUTE);
        }
        String scheme = matcher.group(1);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            boolean upper = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
            throw refused(upper ? Reason.URI_SCHEME_UPPERCASE : Reason.URI_SCHEME_NOT_HTTPS);
        }
    }

    private static String authority(String text) {
        var matcher = AUTHORITY.matcher(text);
        if (!matcher.find() || matcher.group(1).isEmpty()) {
            throw refused(Reason.URI_HOST_MISSING);
        }
        String authority = matcher.group(1);
        if (authority.indexOf('@') >= 0) {
            throw refused(Reason.URI_USER_INFO);
        }
        return authority;
    }

    private static void requireHost(String authority, String text, boolean sandboxMode) {
        int bracket = authority.lastIndexOf(']');
        int colon = authority.indexOf(':', bracket + 1);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        if (colon >= 0) {
            requirePort(authority.substring(colon + 1));
        }
        if (isLoopback(host)) {
            if (!sandboxMode) {
                throw refused(Reason.URI_LOOPBACK_OUTSIDE_SANDBOX);
            }
        } else if (!text.startsWith("https:")) {
            throw refused(Reason.URI_SCHEME_NOT_HTTPS);
        } else {
            HostNames.requireName(host);
        }
    }

    private static void requirePort(String port) {
        boolean number = !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || port.startsWith("0") || Integer.parseInt(port) > 65_535) {
            throw refused(Reason.URI_PORT);
        }
    }

    private static void requirePathAndQuery(String rest) {
        if (BROKEN_ENCODING.matcher(rest).find()) {
            throw refused(Reason.URI_ENCODING_MALFORMED);
        }
        if (ENCODED_CONTROL.matcher(rest).find()) {
            throw refused(Reason.URI_ENCODED_CONTROL_CHARACTER);
        }
        if (ENCODED_PERCENT.matcher(rest).find()) {
            throw refused(Reason.URI_DOUBLE_ENCODED);
        }
        int query = rest.indexOf('?');
        requirePath(query < 0 ? rest : rest.substring(0, query));
    }

    private static void requirePath(String path) {
        if (path.contains(";") || path.contains("%3b")) {
            throw refused(Reason.URI_SEMICOLON);
        }
        if (path.contains("%2e")) {
            throw refused(Reason.URI_ENCODED_DOT);
        }
        if (path.contains("%2f") || path.contains("%5c")) {
            throw refused(Reason.URI_ENCODED_SLASH);
        }
        if (path.contains("..") || path.contains("/./") || path.endsWith("/.")) {
            throw refused(Reason.URI_DOT_SEGMENT);
        }
        if (path.contains("//")) {
            throw refused(Reason.URI_DOUBLE_SLASH);
        }
    }

    static boolean isLabel(String label) {
        return LABEL.matcher(label).matches();
    }

    static InvalidAddressException refused(Reason reason) {
        return new InvalidAddressException(reason);
    }
}
