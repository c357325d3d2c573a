// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.outbound.OutboundException.Reason;

class OutboundHttpTest {

    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);
    private static final OutboundPolicy SANDBOX = OutboundPolicy.forPurpose("test")
            .withAddresses(AddressRule.PUBLIC_OR_LOOPBACK)
            .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10))
            .withMaxBody(1000);

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static OutboundResponse get(OutboundPolicy policy, URI url) {
        return get(policy, OutboundRequest.get(url, "text/plain"));
    }

    private static OutboundResponse get(OutboundPolicy policy, OutboundRequest request) {
        try (OutboundHttp http = new OutboundHttp(policy)) {
            return http.get(request);
        }
    }

    private static OutboundException refusal(OutboundPolicy policy, URI url) {
        return catchThrowableOfType(OutboundException.class, () -> get(policy, url));
    }

    private static Reason reason(OutboundPolicy policy, URI url) {
        return refusal(policy, url).reason();
    }

    @Nested
    class A_fetch {

        @Test
        void returns_status_type_body_and_chosen_headers() {
            server.on(
                    "/a",
                    200,
                    Map.of(
                            "Content-Type", "Text/Plain; charset=utf-8",
                            "ETag", "\"1\"",
                            "Cache-Control", "no-cache",
                            "X-Other", "x"),
                    HELLO);
            OutboundResponse response = get(SANDBOX, server.at("/a?b=c"));
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.notModified()).isFalse();
            assertThat(response.contentType()).isEqualTo("text/plain");
            assertThat(response.body()).isEqualTo(HELLO);
            assertThat(response.asciiBody()).isEqualTo("hello");
            assertThat(response.etag()).contains("\"1\"");
            assertThat(response.header("cache-control")).contains("no-cache");
            assertThat(response.header("x-other")).isEmpty();
            assertThat(response).hasToString("OutboundResponse[200, 5 bytes]");
            assertThat(server.asked).singleElement().satisfies(asked -> {
                assertThat(asked.method()).isEqualTo("GET");
                assertThat(asked.path()).isEqualTo("/a?b=c");
            });
        }

        @Test
        void sends_the_same_few_headers_for_everybody() {
            server.on("/", 200, Map.of("Set-Cookie", "a=b; Path=/"), HELLO);
            try (OutboundHttp http = new OutboundHttp(SANDBOX)) {
                http.get(OutboundRequest.get(server.at("/"), "application/jwt"));
                http.get(OutboundRequest.get(server.at("/"), "application/jwt"));
            }
            assertThat(server.asked).hasSize(2).allSatisfy(asked -> {
                assertThat(asked.headers().keySet())
                        .containsExactlyInAnyOrder("Accept", "Accept-encoding", "User-agent", "Host", "Connection");
                assertThat(asked.headers().getFirst("User-Agent")).isEqualTo("Stadttor");
                assertThat(asked.headers().getFirst("Accept")).isEqualTo("application/jwt");
                assertThat(asked.headers().getFirst("Accept-Encoding")).isEqualTo("gzip");
            });
        }

        @Test
        void connects_to_an_ipv6_literal_or_reports_that_nobody_listens() {
            URI url = URI.create("http://[::1]:" + server.port() + "/");
            assertThat(reason(SANDBOX, url)).isEqualTo(Reason.CONNECT_FAILED);
        }

        @Test
        void reports_a_refused_connection() throws IOException {
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            assertThat(reason(SANDBOX, URI.create("http://127.0.0.1:" + port + "/")))
                    .isEqualTo(Reason.CONNECT_FAILED);
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 404, 500, 503})
        void rejects_other_statuses_and_names_them(int status) {
            server.on("/", status, Map.of(), HELLO);
            OutboundException refusal = refusal(SANDBOX, server.at("/"));
            assertThat(refusal.reason()).isEqualTo(Reason.STATUS_NOT_OK);
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal).hasMessage("test: status_not_ok " + status);
        }

        @Test
        void rejects_plain_http_to_others_before_anything_is_sent() {
            assertThat(reason(OutboundPolicy.forPurpose("test"), server.at("/")))
                    .isEqualTo(Reason.SCHEME_NOT_ALLOWED);
            assertThat(server.asked).isEmpty();
        }

        @Test
        void rejects_an_answer_that_is_no_http() throws IOException {
            try (RawServer raw = RawServer.saying("what?\r\n\r\n")) {
                assertThat(reason(SANDBOX, raw.uri())).isEqualTo(Reason.PROTOCOL_ERROR);
            }
        }

        @Test
        void rejects_a_flood_of_headers() throws IOException {
            try (RawServer raw = RawServer.saying("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(100) + "\r\n")) {
                assertThat(reason(SANDBOX, raw.uri())).isEqualTo(Reason.PROTOCOL_ERROR);
            }
        }

        @Test
        void rejects_an_overlong_header() throws IOException {
            String line = "a: " + "b".repeat(20_000) + "\r\n";
            try (RawServer raw = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + line + "\r\n")) {
                assertThat(reason(SANDBOX, raw.uri())).isEqualTo(Reason.PROTOCOL_ERROR);
            }
        }
    }

    @Nested
    class Content_types {

        private final OutboundPolicy jwtOnly = SANDBOX.withContentTypes("application/jwt");

        @Test
        void accepts_the_named_type_with_parameters() {
            server.on("/", 200, Map.of("Content-Type", "application/JWT ;q=1"), HELLO);
            assertThat(get(jwtOnly, server.at("/")).contentType()).isEqualTo("application/jwt");
        }

        @Test
        void rejects_another_type() {
            server.on("/", 200, Map.of("Content-Type", "text/html"), HELLO);
            assertThat(reason(jwtOnly, server.at("/"))).isEqualTo(Reason.CONTENT_TYPE_NOT_ALLOWED);
        }

        @Test
        void rejects_a_missing_type() {
            server.on("/", 200, Map.of(), HELLO);
            assertThat(reason(jwtOnly, server.at("/"))).isEqualTo(Reason.CONTENT_TYPE_NOT_ALLOWED);
        }

        @Test
        void rejects_two_types() throws IOException {
            String type = "Content-Type: application/jwt\r\n";
            try (RawServer raw = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n" + type + type + "\r\nx")) {
                assertThat(reason(jwtOnly, raw.uri())).isEqualTo(Reason.CONTENT_TYPE_NOT_ALLOWED);
            }
        }
    }

    @Nested
    class Conditional_requests {

        @Test
        void carry_the_entity_tag_and_the_leave_to_wait() {
            server.on("/", 304, Map.of("ETag", "\"2\""), new byte[0]);
            OutboundResponse response = get(
                    SANDBOX,
                    OutboundRequest.get(server.at("/"), "*/*")
                            .ifNoneMatch("\"2\"")
                            .waiting(Duration.ofSeconds(25)));
            assertThat(response.notModified()).isTrue();
            assertThat(response.body()).isEmpty();
            assertThat(response.etag()).contains("\"2\"");
            assertThat(server.asked.getFirst().headers().getFirst("If-None-Match"))
                    .isEqualTo("\"2\"");
            assertThat(server.asked.getFirst().headers().getFirst("Prefer")).isEqualTo("wait=25");
        }

        @Test
        void reject_not_modified_when_nothing_was_known() {
            server.on("/", 304, Map.of(), new byte[0]);
            assertThat(refusal(SANDBOX, server.at("/")).status()).isEqualTo(304);
        }

        @Test
        void may_take_as_long_as_they_were_given_leave_to_wait() {
            CountDownLatch half = new CountDownLatch(1);
            server.on("/", exchange -> {
                await(half, 600);
                exchange.sendResponseHeaders(204, -1);
            });
            OutboundPolicy hasty = SANDBOX.withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(200));
            assertThat(reason(hasty, server.at("/"))).isEqualTo(Reason.TIMEOUT);
            OutboundRequest patient = OutboundRequest.get(server.at("/"), "*/*").waiting(Duration.ofSeconds(5));
            assertThat(get(hasty, patient).status()).isEqualTo(204);
        }

        @Test
        void refuse_what_is_no_header_value() {
            OutboundRequest request = OutboundRequest.get(server.at("/"), "*/*");
            assertThatIllegalArgumentException().isThrownBy(() -> request.ifNoneMatch("a\r\nHost: b"));
            assertThatIllegalArgumentException().isThrownBy(() -> request.ifNoneMatch(""));
            assertThatIllegalArgumentException().isThrownBy(() -> OutboundRequest.get(server.at("/"), "a\nb"));
            assertThatIllegalArgumentException().isThrownBy(() -> request.waiting(Duration.ofSeconds(121)));
            assertThatIllegalArgumentException().isThrownBy(() -> request.waiting(Duration.ofSeconds(-1)));
            assertThat(request.waiting(Duration.ofSeconds(120)).patience()).hasSeconds(120);
        }
    }

    @Nested
    class Redirects {

        private final OutboundPolicy three = SANDBOX.withMaxRedirects(3);

        private void redirect(String from, int status, String to) {
            server.on(from, status, Map.of("Location", to), new byte[0]);
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void are_followed_within_the_limit(int status) {
            redirect("/1", status, "/2");
            redirect("/2", status, server.at("/3").toString());
            redirect("/3", status, "4?x=y");
            server.on("/4", 200, Map.of(), HELLO);
            assertThat(get(three, server.at("/1")).body()).isEqualTo(HELLO);
            assertThat(reason(SANDBOX.withMaxRedirects(2), server.at("/1"))).isEqualTo(Reason.TOO_MANY_REDIRECTS);
        }

        @Test
        void are_not_followed_unless_allowed() {
            redirect("/1", 302, "/2");
            server.on("/2", 200, Map.of(), HELLO);
            assertThat(reason(SANDBOX, server.at("/1"))).isEqualTo(Reason.TOO_MANY_REDIRECTS);
            assertThat(server.asked).hasSize(1);
        }

        @Test
        void in_a_loop_end() {
            redirect("/loop", 302, "/loop");
            assertThat(reason(three, server.at("/loop"))).isEqualTo(Reason.TOO_MANY_REDIRECTS);
            assertThat(server.asked).hasSize(4);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"https://10.0.0.1/", "http://169.254.169.254/latest", "https://[fd00::1]/", "//192.168.0.1/"
                })
        void to_private_addresses_are_refused(String target) {
            redirect("/1", 302, target);
            assertThat(reason(three, server.at("/1"))).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
        }

        @Test
        void to_plain_http_are_refused() {
            redirect("/1", 302, "http://example.org/");
            assertThat(reason(three, server.at("/1"))).isEqualTo(Reason.SCHEME_NOT_ALLOWED);
        }

        @Test
        void to_another_host_than_allowed_are_refused() {
            redirect("/1", 302, "http://127.0.0.1:" + server.port() + "/2");
            server.on("/2", 200, Map.of(), HELLO);
            assertThat(reason(three.withHosts(Allowed.only("localhost")), server.at("/1")))
                    .isEqualTo(Reason.HOST_NOT_ALLOWED);
        }

        @Test
        void without_a_target_are_refused() {
            server.on("/1", 302, Map.of(), new byte[0]);
            assertThat(reason(three, server.at("/1"))).isEqualTo(Reason.REDIRECT_INVALID);
        }

        @Test
        void to_nonsense_are_refused() {
            redirect("/1", 302, "http://[");
            assertThat(reason(three, server.at("/1"))).isEqualTo(Reason.REDIRECT_INVALID);
        }
    }

    @Nested
    class Size {

        @Test
        void may_be_the_limit_exactly() {
            server.on("/", 200, Map.of(), new byte[1000]);
            assertThat(get(SANDBOX, server.at("/")).body()).hasSize(1000);
        }

        @Test
        void above_the_limit_is_refused_by_its_announcement() {
            server.on("/", 200, Map.of(), new byte[1001]);
            assertThat(reason(SANDBOX, server.at("/"))).isEqualTo(Reason.TOO_LARGE);
        }

        @Test
        void above_the_limit_is_refused_without_an_announcement() {
            server.on("/", exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[1001]);
            });
            assertThat(reason(SANDBOX, server.at("/"))).isEqualTo(Reason.TOO_LARGE);
        }

        @Test
        void of_an_endless_body_is_bounded() throws IOException {
            try (RawServer raw = new RawServer(out -> {
                out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    out.write(new byte[8192]);
                }
            })) {
                assertThat(reason(SANDBOX, raw.uri())).isEqualTo(Reason.TOO_LARGE);
            }
        }

        @Test
        void of_a_compressed_body_is_counted_decompressed() throws IOException {
            server.on("/fits", 200, Map.of("Content-Encoding", "gzip"), TestServer.gzip(new byte[1000]));
            server.on("/bomb", 200, Map.of("Content-Encoding", "GZIP"), TestServer.gzip(new byte[500_000]));
            assertThat(get(SANDBOX, server.at("/fits")).body()).hasSize(1000);
            assertThat(reason(SANDBOX, server.at("/bomb"))).isEqualTo(Reason.TOO_LARGE);
        }

        @Test
        void of_a_compressed_body_that_yields_nothing_is_bounded_too() throws IOException {
            byte[] empty = TestServer.gzip(new byte[0]);
            try (RawServer raw = new RawServer(out -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    out.write(empty);
                }
            })) {
                assertThat(reason(SANDBOX, raw.uri())).isEqualTo(Reason.TOO_LARGE);
            }
        }

        @Test
        void of_a_body_that_ends_early_is_no_success() throws IOException {
            try (RawServer raw = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")) {
                assertThat(reason(SANDBOX, raw.uri())).isEqualTo(Reason.PROTOCOL_ERROR);
            }
        }
    }

    @Nested
    class Encodings {

        @Test
        void other_than_gzip_are_refused() {
            server.on("/br", 200, Map.of("Content-Encoding", "br"), HELLO);
            server.on("/two", 200, Map.of("Content-Encoding", "gzip, gzip"), HELLO);
            server.on("/identity", 200, Map.of("Content-Encoding", "identity"), HELLO);
            assertThat(reason(SANDBOX, server.at("/br"))).isEqualTo(Reason.CONTENT_ENCODING_NOT_ALLOWED);
            assertThat(reason(SANDBOX, server.at("/two"))).isEqualTo(Reason.CONTENT_ENCODING_NOT_ALLOWED);
            assertThat(get(SANDBOX, server.at("/identity")).body()).isEqualTo(HELLO);
        }

        @Test
        void that_lie_are_refused() throws IOException {
            server.on("/", 200, Map.of("Content-Encoding", "gzip"), HELLO);
            byte[] whole = TestServer.gzip(HELLO);
            server.on(
                    "/cut", 200, Map.of("Content-Encoding", "gzip"), java.util.Arrays.copyOf(whole, whole.length - 4));
            assertThat(reason(SANDBOX, server.at("/"))).isEqualTo(Reason.CONTENT_MALFORMED);
            assertThat(reason(SANDBOX, server.at("/cut"))).isEqualTo(Reason.CONTENT_MALFORMED);
        }
    }

    @Nested
    class Time {

        private final OutboundPolicy hasty = SANDBOX.withTimeouts(Duration.ofMillis(300), Duration.ofMillis(400));

        @Test
        void is_limited_in_all_for_a_body_that_drips() throws IOException {
            assertEndsInTime(out -> {
                out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                drip(out);
            });
        }

        @Test
        void is_limited_in_all_for_headers_that_drip() throws IOException {
            assertEndsInTime(out -> {
                out.write("HTTP/1.1 200 OK\r\nA: ".getBytes(StandardCharsets.US_ASCII));
                drip(out);
            });
        }

        private void drip(java.io.OutputStream out) throws IOException, InterruptedException {
            CountDownLatch never = new CountDownLatch(1);
            while (!never.await(50, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        }

        private void assertEndsInTime(RawServer.Answer answer) throws IOException {
            try (RawServer raw = new RawServer(answer)) {
                long start = System.nanoTime();
                assertThat(reason(hasty, raw.uri())).isEqualTo(Reason.TIMEOUT);
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isBetween(Duration.ofMillis(350), Duration.ofSeconds(3));
            }
        }

        @Test
        void is_limited_for_name_resolution_too() throws Exception {
            CountDownLatch never = new CountDownLatch(1);
            NameResolver stuck = host -> {
                await(never, 60_000);
                throw new UnknownHostException(host);
            };
            try (OutboundHttp http = new OutboundHttp(hasty, SSLContext.getDefault(), stuck)) {
                assertThat(catchThrowableOfType(
                                        OutboundException.class,
                                        () -> http.get(OutboundRequest.get(URI.create("https://a.example/"), "*/*")))
                                .reason())
                        .isEqualTo(Reason.TIMEOUT);
            }
        }

        @Test
        void ends_at_once_for_an_interrupted_caller() throws Exception {
            CountDownLatch arrived = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            server.on("/", exchange -> {
                arrived.countDown();
                await(never, 60_000);
            });
            AtomicReference<Reason> reason = new AtomicReference<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                Reason given = reason(SANDBOX, server.at("/"));
                reason.set(Thread.currentThread().isInterrupted() ? given : null);
            });
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            caller.join(Duration.ofSeconds(5));
            assertThat(reason.get()).isEqualTo(Reason.INTERRUPTED);
        }
    }

    @Nested
    class Names {

        private final AtomicInteger resolutions = new AtomicInteger();

        private OutboundHttp client(OutboundPolicy policy, String... addresses) throws Exception {
            NameResolver resolver = host -> {
                resolutions.incrementAndGet();
                return java.util.Arrays.stream(addresses)
                        .map(InetAddress::ofLiteral)
                        .toArray(InetAddress[]::new);
            };
            return new OutboundHttp(policy, SSLContext.getDefault(), resolver);
        }

        private Reason reason(OutboundHttp http, String url) {
            try (http) {
                return catchThrowableOfType(
                                OutboundException.class, () -> http.get(OutboundRequest.get(URI.create(url), "*/*")))
                        .reason();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "0.0.0.0", "::1", "fd00::1", "64:ff9b::a00:1"})
        void that_resolve_to_a_forbidden_address_are_refused(String address) throws Exception {
            assertThat(reason(client(OutboundPolicy.forPurpose("test"), address), "https://rebound.example/"))
                    .isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
            assertThat(resolutions).hasValue(1);
        }

        @Test
        void that_do_not_resolve_are_reported() throws Exception {
            NameResolver nobody = host -> {
                throw new UnknownHostException(host);
            };
            OutboundHttp http = new OutboundHttp(SANDBOX, SSLContext.getDefault(), nobody);
            assertThat(reason(http, "https://nobody.example/")).isEqualTo(Reason.NAME_NOT_RESOLVED);
        }

        @Test
        void localhost_must_be_the_own_machine() throws Exception {
            assertThat(reason(client(SANDBOX, "8.8.8.8"), "http://localhost:1/"))
                    .isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
        }

        @Test
        void are_resolved_once_and_connected_to_only_where_allowed() throws Exception {
            server.on("/", 200, Map.of(), HELLO);
            // The first address is skipped: a connection attempt to it would time out.
            try (OutboundHttp http = client(SANDBOX, "10.255.255.1", "127.0.0.1")) {
                assertThat(http.get(OutboundRequest.get(server.at("/"), "*/*")).body())
                        .isEqualTo(HELLO);
            }
            assertThat(resolutions).hasValue(1);
        }

        @Test
        void the_check_filters_addresses_one_by_one() throws Exception {
            CheckedDnsResolver resolver = new CheckedDnsResolver(OutboundPolicy.forPurpose("test"), host ->
                    new InetAddress[] {InetAddress.ofLiteral("10.0.0.1"), InetAddress.ofLiteral("8.8.8.8")});
            assertThat(resolver.resolve("a.example")).containsExactly(InetAddress.ofLiteral("8.8.8.8"));
            assertThat(resolver.resolveCanonicalHostname("a.example")).isEqualTo("a.example");
        }
    }

    @Nested
    class Over_tls {

        @Test
        void a_certificate_of_a_known_authority_for_that_name_is_accepted() throws Exception {
            SSLContext tls = TestTls.forHost("localhost");
            try (TestServer secure = TestServer.https(tls).on("/", 200, Map.of(), HELLO);
                    OutboundHttp http = new OutboundHttp(SANDBOX, tls)) {
                assertThat(http.get(OutboundRequest.get(secure.at("/"), "*/*")).body())
                        .isEqualTo(HELLO);
            }
        }

        @Test
        void a_certificate_for_another_name_is_refused() throws Exception {
            SSLContext tls = TestTls.forHost("other.example");
            try (TestServer secure = TestServer.https(tls).on("/", 200, Map.of(), HELLO);
                    OutboundHttp http = new OutboundHttp(SANDBOX, tls)) {
                assertThat(catchThrowableOfType(
                                        OutboundException.class,
                                        () -> http.get(OutboundRequest.get(secure.at("/"), "*/*")))
                                .reason())
                        .isEqualTo(Reason.TLS_FAILED);
            }
        }

        @Test
        void a_certificate_of_an_unknown_authority_is_refused() throws Exception {
            try (TestServer secure =
                    TestServer.https(TestTls.forHost("localhost")).on("/", 200, Map.of(), HELLO)) {
                assertThat(reason(SANDBOX, secure.at("/"))).isEqualTo(Reason.TLS_FAILED);
            }
        }
    }

    @Nested
    class Through_a_proxy {

        @Test
        void goes_every_fetch_and_the_proxy_may_stand_anywhere() throws Exception {
            server.on("/", 200, Map.of(), HELLO);
            OutboundPolicy policy = SANDBOX.withProxy(new EgressProxy("127.0.0.1", server.port()));
            try (OutboundHttp http = new OutboundHttp(policy)) {
                assertThat(http.get(OutboundRequest.get(URI.create("http://localhost:9/x"), "*/*"))
                                .body())
                        .isEqualTo(HELLO);
            }
            assertThat(server.asked)
                    .singleElement()
                    .extracting(TestServer.Asked::path)
                    .isEqualTo("http://localhost:9/x");
            assertThat(reason(policy, URI.create("https://10.0.0.1/"))).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
        }

        @Test
        void has_a_host_and_a_port() {
            assertThatIllegalArgumentException().isThrownBy(() -> new EgressProxy(" ", 1));
            assertThatIllegalArgumentException().isThrownBy(() -> new EgressProxy("a", 0));
            assertThatIllegalArgumentException().isThrownBy(() -> new EgressProxy("a", 65_536));
            assertThat(new EgressProxy("a", 65_535).port()).isEqualTo(65_535);
        }
    }

    @Test
    void a_policy_has_sane_limits_or_does_not_exist() {
        OutboundPolicy policy = OutboundPolicy.forPurpose("test");
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withMaxBody(0));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withMaxRedirects(4));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withMaxRedirects(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.withTimeouts(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.withTimeouts(Duration.ofSeconds(1), Duration.ZERO));
        assertThat(List.of(policy.addresses(), policy.maxRedirects())).containsExactly(AddressRule.PUBLIC, 0);
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            assertThat(latch.await(millis, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
