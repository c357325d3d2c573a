// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.outbound.OutboundException.Reason;

class UrlRulesTest {

    private static final OutboundPolicy PUBLIC = OutboundPolicy.forPurpose("test");

    private static void accepts(OutboundPolicy policy, String url) {
        assertThatCode(() -> new UrlRules(policy).require(URI.create(url))).doesNotThrowAnyException();
    }

    private static void rejects(OutboundPolicy policy, String url, Reason reason) {
        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> new UrlRules(policy).require(URI.create(url)))
                .extracting(OutboundException::reason)
                .isEqualTo(reason);
    }

    @Nested
    class Public_addresses {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.org",
                    "https://EXAMPLE.org/a/b?c=d",
                    "HTTPS://example.org:443/",
                    "https://a-b.c0.example/",
                    "https://8.8.8.8/",
                    "https://[2001:4860:4860::8888]/",
                    "https://xn--mnchen-3ya.example/",
                })
        void accepts_ordinary_addresses(String url) {
            accepts(PUBLIC, url);
        }

        @ParameterizedTest
        @CsvSource({
            "http://example.org/, SCHEME_NOT_ALLOWED",
            "ftp://example.org/, SCHEME_NOT_ALLOWED",
            "file:///etc/passwd, URL_INVALID",
            "https:example.org, URL_INVALID",
            "/relative, URL_INVALID",
            "https://user@example.org/, URL_INVALID",
            "https://user:secret@example.org/, URL_INVALID",
            "https://example.org/#part, URL_INVALID",
            "https://under_score.example/, URL_INVALID",
            "https://example.org./, URL_INVALID",
            "https://127.1/, URL_INVALID",
            "https://2130706433/, URL_INVALID",
            "https://0x7f.1/, URL_INVALID",
            "https://0177.0.0.1/, URL_INVALID",
            "https://1.2.3.4.5/, URL_INVALID",
            "https://999.1.1.1/, URL_INVALID",
            "https://10.0.0.1/, ADDRESS_NOT_ALLOWED",
            "https://127.0.0.1/, ADDRESS_NOT_ALLOWED",
            "https://169.254.169.254/, ADDRESS_NOT_ALLOWED",
            "https://[::1]/, ADDRESS_NOT_ALLOWED",
            "https://[fe80::1]/, ADDRESS_NOT_ALLOWED",
            "https://[::ffff:10.0.0.1]/, ADDRESS_NOT_ALLOWED",
            "https://[64:ff9b::10.0.0.1]/, ADDRESS_NOT_ALLOWED",
            "http://localhost/, SCHEME_NOT_ALLOWED",
            "https://example.org:80/, PORT_NOT_ALLOWED",
            "https://example.org:8443/, PORT_NOT_ALLOWED",
            "https://localhost:8443/, PORT_NOT_ALLOWED",
        })
        void rejects_everything_else(String url, Reason reason) {
            rejects(PUBLIC, url, reason);
        }

        @Test
        void rejects_an_overlong_address_only_beyond_the_limit() {
            String base = "https://example.org/";
            accepts(PUBLIC, base + "a".repeat(2048 - base.length()));
            rejects(PUBLIC, base + "a".repeat(2049 - base.length()), Reason.URL_INVALID);
        }

        @Test
        void accepts_a_further_port_that_the_policy_names() {
            OutboundPolicy policy = PUBLIC.withPorts(Set.of(8443));
            accepts(policy, "https://example.org:8443/");
            rejects(policy, "https://example.org:8444/", Reason.PORT_NOT_ALLOWED);
        }

        @Test
        void accepts_only_the_hosts_that_the_policy_names() {
            OutboundPolicy policy = PUBLIC.withHosts(Allowed.only("Lists.example"));
            accepts(policy, "https://lists.EXAMPLE/");
            rejects(policy, "https://other.example/", Reason.HOST_NOT_ALLOWED);
            rejects(policy, "https://sub.lists.example/", Reason.HOST_NOT_ALLOWED);
            rejects(PUBLIC.withHosts(Allowed.only()), "https://lists.example/", Reason.HOST_NOT_ALLOWED);
        }
    }

    @Nested
    class In_the_sandbox {

        private final OutboundPolicy policy = PUBLIC.withAddresses(AddressRule.PUBLIC_OR_LOOPBACK);

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://localhost:8081/",
                    "http://LOCALHOST/",
                    "http://127.0.0.1:1/",
                    "http://[::1]:65535/",
                    "https://localhost:9/",
                    "https://example.org/",
                })
        void accepts_the_own_machine(String url) {
            accepts(policy, url);
        }

        @ParameterizedTest
        @CsvSource({
            "http://example.org/, SCHEME_NOT_ALLOWED",
            "http://localhost.example.org/, SCHEME_NOT_ALLOWED",
            "ftp://localhost/, SCHEME_NOT_ALLOWED",
            "http://10.0.0.1/, ADDRESS_NOT_ALLOWED",
            "http://8.8.8.8/, SCHEME_NOT_ALLOWED",
            "https://example.org:8081/, PORT_NOT_ALLOWED",
            "http://localhost:0/, PORT_NOT_ALLOWED",
            "http://localhost:65536/, PORT_NOT_ALLOWED",
        })
        void rejects_everything_else(String url, Reason reason) {
            rejects(policy, url, reason);
        }
    }

    @Nested
    class Configured_by_an_operator {

        private final OutboundPolicy policy = PUBLIC.withAddresses(AddressRule.CONFIGURED_BY_OPERATOR);

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://10.0.0.1:8081/",
                    "https://trust.internal:8081/",
                    "https://trust/",
                    "http://localhost:8081/",
                })
        void accepts_the_internal_network(String url) {
            accepts(policy, url);
        }

        @ParameterizedTest
        @CsvSource({
            "http://trust.internal/, SCHEME_NOT_ALLOWED",
            "http://10.0.0.1/, SCHEME_NOT_ALLOWED",
            "https://169.254.169.254/, ADDRESS_NOT_ALLOWED",
            "https://0.0.0.0/, ADDRESS_NOT_ALLOWED",
        })
        void rejects_everything_else(String url, Reason reason) {
            rejects(policy, url, reason);
        }
    }

    @FuzzTest
    void any_text_passes_only_as_https_to_a_name_or_a_public_address(byte[] input) {
        try {
            URI url = new URI(new String(input, StandardCharsets.UTF_8));
            new UrlRules(PUBLIC).require(url);
            assertThat(url.getScheme()).isEqualToIgnoringCase("https");
            assertThat(url.getRawUserInfo()).isNull();
            if (url.getHost().matches("\\[.*|[0-9.]+")) {
                InetAddress literal = InetAddress.ofLiteral(UrlRules.withoutBrackets(url.getHost()));
                assertThat(AddressKind.of(literal)).isEqualTo(AddressKind.PUBLIC);
            }
        } catch (URISyntaxException | OutboundException e) {
            assertThat(e).isNotNull();
        }
    }
}
