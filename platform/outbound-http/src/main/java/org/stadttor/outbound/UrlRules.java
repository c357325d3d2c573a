// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stadttor.outbound.OutboundException.Reason;

/** Judges an address by its text, before any name is resolved. */
final class UrlRules {

    private static final int MAX_LENGTH = 2048;
    private static final int HTTPS_PORT = 443;
    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    // The last label starts with a letter: what looks like a number in any notation is no name.
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private final OutboundPolicy policy;

    UrlRules(OutboundPolicy policy) {
        this.policy = policy;
    }

    /** Returns only for an address that may be asked. */
    void require(URI url) {
        requireForm(url);
        String host = hostOf(url);
        Optional<AddressKind> literal = kindOfLiteral(host);
        if (literal.isEmpty() && !NAME.matcher(host).matches()) {
            throw refused(Reason.URL_INVALID);
        }
        if (literal.isPresent() && !policy.addresses().permits(literal.get())) {
            throw refused(Reason.ADDRESS_NOT_ALLOWED);
        }
        if (!policy.hosts().permits(host)) {
            throw refused(Reason.HOST_NOT_ALLOWED);
        }
        boolean loopback = isLoopback(host) && policy.addresses().permits(AddressKind.LOOPBACK);
        requireScheme(url, loopback);
        requirePort(url, loopback);
    }

    /** Whether the text of a host says that it is the own machine. */
    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || kindOfLiteral(host).filter(AddressKind.LOOPBACK::equals).isPresent();
    }

    private void requireForm(URI url) {
        if (url.toString().length() > MAX_LENGTH
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawFragment() != null) {
            throw refused(Reason.URL_INVALID);
        }
    }

    private void requireScheme(URI url, boolean loopback) {
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        boolean http = "http".equalsIgnoreCase(url.getScheme());
        if (!https && !(http && loopback)) {
            throw refused(Reason.SCHEME_NOT_ALLOWED);
        }
    }

    private void requirePort(URI url, boolean loopback) {
        int port = url.getPort();
        boolean usual = port == -1 || port == HTTPS_PORT || policy.ports().contains(port);
        boolean any = loopback || policy.addresses() == AddressRule.CONFIGURED_BY_OPERATOR;
        if (!usual && !(any && port > 0 && port <= 65_535)) {
            throw refused(Reason.PORT_NOT_ALLOWED);
        }
    }

    private static String hostOf(URI url) {
        return withoutBrackets(url.getHost()).toLowerCase(Locale.ROOT);
    }

    static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static Optional<AddressKind> kindOfLiteral(String host) {
        if (!IPV4.matcher(host).matches() && host.indexOf(':') < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(AddressKind.of(InetAddress.ofLiteral(host)));
        } catch (IllegalArgumentException e) {
            return Optional.of(AddressKind.FORBIDDEN);
        }
    }

    private OutboundException refused(Reason reason) {
        return new OutboundException(policy.purpose(), reason);
    }
}
