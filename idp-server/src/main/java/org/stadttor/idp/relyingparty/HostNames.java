// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stadttor.idp.relyingparty.InvalidAddressException.Reason;

/** Which names of hosts can be registered: fully qualified, in lower case, never a number in any notation. */
public final class HostNames {

    private static final int LENGTH_LIMIT = 253;
    private static final String ACE = "xn--";
    // Browsers take a host for an IPv4 address if its last label is a number, hexadecimal ones included.
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");

    private HostNames() {}

    /**
     * Checks the name of a host.
     *
     * @throws InvalidAddressException if it cannot be registered
     */
    public static void requireName(String host) {
        if (host.isEmpty()) {
            throw new InvalidAddressException(Reason.URI_HOST_MISSING);
        }
        if (!host.equals(host.toLowerCase(Locale.ROOT))) {
            throw new InvalidAddressException(Reason.URI_HOST_UPPERCASE);
        }
        if (host.endsWith(".")) {
            throw new InvalidAddressException(Reason.URI_HOST_TRAILING_DOT);
        }
        List<String> labels = List.of(host.split("\\.", -1));
        if (host.startsWith("[") || NUMBER.matcher(labels.getLast()).matches()) {
            throw new InvalidAddressException(Reason.URI_HOST_IS_ADDRESS);
        }
        if (host.length() > LENGTH_LIMIT || !labels.stream().allMatch(RedirectUris::isLabel)) {
            throw new InvalidAddressException(Reason.URI_HOST_MALFORMED);
        }
        if (labels.size() < 2) {
            throw new InvalidAddressException(Reason.URI_HOST_SINGLE_LABEL);
        }
        labels.forEach(HostNames::requireOneScript);
    }

    /** A Unicode label must be one that a browser would make, in one script only. */
    private static void requireOneScript(String label) {
        if (label.length() < 4 || label.charAt(2) != '-' || label.charAt(3) != '-') {
            return;
        }
        String unicode = unicode(label);
        boolean real = label.startsWith(ACE)
                && !unicode.equals(label)
                && ascii(unicode).equals(label);
        if (!real || scripts(unicode).size() > 1) {
            throw new InvalidAddressException(Reason.URI_HOST_MIXED_SCRIPTS);
        }
    }

    /** As people see it; what cannot be decoded stays as it is. */
    static String unicode(String name) {
        return IDN.toUnicode(name, IDN.ALLOW_UNASSIGNED);
    }

    private static String ascii(String name) {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Set<UnicodeScript> scripts(String label) {
        return label.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .collect(Collectors.toSet());
    }
}
