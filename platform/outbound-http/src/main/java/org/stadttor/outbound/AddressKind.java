// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * What kind of network an address belongs to. IPv6 is judged by what is allowed (global unicast), not by what is
 * forbidden: IPv4-mapped, NAT64, site-local and whatever is assigned later stay out.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA IPv4 special-purpose registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IANA IPv6 special-purpose registry</a>
 */
enum AddressKind {
    PUBLIC,
    LOOPBACK,
    PRIVATE,
    FORBIDDEN;

    /** The first bits of an address that has {@code size} bits. */
    private record Range(BigInteger prefix, int bits, int size) {

        static Range of(String cidr) {
            int slash = cidr.indexOf('/');
            byte[] network = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
            int bits = Integer.parseInt(cidr.substring(slash + 1));
            int size = network.length * Byte.SIZE;
            return new Range(new BigInteger(1, network).shiftRight(size - bits), bits, size);
        }

        boolean contains(byte[] address) {
            return address.length * Byte.SIZE == size
                    && new BigInteger(1, address).shiftRight(size - bits).equals(prefix);
        }
    }

    private static final List<Range> LOOPBACK_RANGES = ranges("127.0.0.0/8", "::1/128");
    private static final List<Range> PRIVATE_RANGES =
            ranges("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");
    private static final List<Range> FORBIDDEN_RANGES = ranges(
            "0.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");
    private static final List<Range> GLOBAL_UNICAST = ranges("2000::/3", "0.0.0.0/0");

    static AddressKind of(InetAddress address) {
        return of(address.getAddress());
    }

    static AddressKind of(byte[] address) {
        if (within(LOOPBACK_RANGES, address)) {
            return LOOPBACK;
        }
        if (within(PRIVATE_RANGES, address)) {
            return PRIVATE;
        }
        return within(FORBIDDEN_RANGES, address) || !within(GLOBAL_UNICAST, address) ? FORBIDDEN : PUBLIC;
    }

    private static boolean within(List<Range> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<Range> ranges(String... cidrs) {
        return Arrays.stream(cidrs).map(Range::of).toList();
    }
}
