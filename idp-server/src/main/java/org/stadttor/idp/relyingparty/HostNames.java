// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.stadttor.idp.relyingparty.InvalidAddressException.Reason;

/** Which names of hosts can be registered: fully qualified, in lower case, never a number in any notation. */
public final class HostNames {

    private static final int LENGTH_LIMIT = 253;
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
    }
}
