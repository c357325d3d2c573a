// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKindTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, FORBIDDEN",
        "0.255.255.255, FORBIDDEN",
        "1.0.0.0, PUBLIC",
        "9.255.255.255, PUBLIC",
        "10.0.0.0, PRIVATE",
        "10.255.255.255, PRIVATE",
        "11.0.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.64.0.0, PRIVATE",
        "100.127.255.255, PRIVATE",
        "100.128.0.0, PUBLIC",
        "126.255.255.255, PUBLIC",
        "127.0.0.0, LOOPBACK",
        "127.255.255.255, LOOPBACK",
        "128.0.0.0, PUBLIC",
        "169.253.255.255, PUBLIC",
        "169.254.0.0, FORBIDDEN",
        "169.254.169.254, FORBIDDEN",
        "169.255.0.0, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.16.0.0, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.0, PUBLIC",
        "192.0.0.8, FORBIDDEN",
        "192.0.1.0, PUBLIC",
        "192.0.2.1, FORBIDDEN",
        "192.88.99.1, FORBIDDEN",
        "192.167.255.255, PUBLIC",
        "192.168.0.0, PRIVATE",
        "192.168.255.255, PRIVATE",
        "192.169.0.0, PUBLIC",
        "198.17.255.255, PUBLIC",
        "198.18.0.0, FORBIDDEN",
        "198.19.255.255, FORBIDDEN",
        "198.20.0.0, PUBLIC",
        "198.51.100.7, FORBIDDEN",
        "203.0.113.7, FORBIDDEN",
        "223.255.255.255, PUBLIC",
        "224.0.0.1, FORBIDDEN",
        "239.255.255.255, FORBIDDEN",
        "240.0.0.1, FORBIDDEN",
        "255.255.255.255, FORBIDDEN",
        "::, FORBIDDEN",
        "::1, LOOPBACK",
        "::2, FORBIDDEN",
        "::7f00:1, FORBIDDEN",
        "64:ff9b::a00:1, FORBIDDEN",
        "64:ff9b:1::1, FORBIDDEN",
        "100::1, FORBIDDEN",
        "1fff::1, FORBIDDEN",
        "2001::1, FORBIDDEN",
        "2001:1ff:ffff::1, FORBIDDEN",
        "2001:200::1, PUBLIC",
        "2001:db7::1, PUBLIC",
        "2001:db8::1, FORBIDDEN",
        "2001:4860:4860::8888, PUBLIC",
        "2002:a00:1::, FORBIDDEN",
        "2003::1, PUBLIC",
        "3ffe::1, PUBLIC",
        "3fff::1, FORBIDDEN",
        "3fff:1000::1, PUBLIC",
        "4000::1, FORBIDDEN",
        "5f00::1, FORBIDDEN",
        "fc00::1, PRIVATE",
        "fdff:ffff::1, PRIVATE",
        "fe80::1, FORBIDDEN",
        "fec0::1, FORBIDDEN",
        "ff02::1, FORBIDDEN",
    })
    void knows_the_kind_of(String address, AddressKind kind) {
        assertThat(AddressKind.of(InetAddress.ofLiteral(address))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000000000000000ffff0a000001, FORBIDDEN",
        "00000000000000000000ffff7f000001, FORBIDDEN",
        "00000000000000000000ffff08080808, FORBIDDEN",
        "0a0000, FORBIDDEN",
        "'', FORBIDDEN",
    })
    void knows_the_kind_of_raw_bytes(String hex, AddressKind kind) {
        assertThat(AddressKind.of(HexFormat.of().parseHex(hex))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, PUBLIC, true",
        "PUBLIC, LOOPBACK, false",
        "PUBLIC, PRIVATE, false",
        "PUBLIC, FORBIDDEN, false",
        "PUBLIC_OR_LOOPBACK, PUBLIC, true",
        "PUBLIC_OR_LOOPBACK, LOOPBACK, true",
        "PUBLIC_OR_LOOPBACK, PRIVATE, false",
        "PUBLIC_OR_LOOPBACK, FORBIDDEN, false",
        "CONFIGURED_BY_OPERATOR, PUBLIC, true",
        "CONFIGURED_BY_OPERATOR, LOOPBACK, true",
        "CONFIGURED_BY_OPERATOR, PRIVATE, true",
        "CONFIGURED_BY_OPERATOR, FORBIDDEN, false",
    })
    void a_rule_permits_exactly_its_kinds(AddressRule rule, AddressKind kind, boolean permitted) {
        assertThat(rule.permits(kind)).isEqualTo(permitted);
    }
}
