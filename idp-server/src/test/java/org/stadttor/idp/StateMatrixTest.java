// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import jakarta.servlet.Filter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RegisterRelyingParty;
import org.stadttor.idp.relyingparty.Registrations;
import org.stadttor.idp.relyingparty.SuspendRelyingParty;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.web.RouteAuthorization;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.presentation.Flow;

/**
 * State × endpoint: whoever is out of service is refused wherever they can turn up, in the middle of a login too. The
 * endpoints come from the server itself: one that is in no row here fails the test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateMatrixTest {

    /** What can happen to somebody in the middle of a login. */
    private enum State {
        PARTY_SUSPENDED {
            @Override
            void apply(Scene scene) {
                assertThat(scene.idp.bean(Registrations.class).suspend(new ClientId(scene.party.clientId())))
                        .isTrue();
            }
        },
        PARTY_RETIRED {
            @Override
            void apply(Scene scene) {
                assertThat(scene.idp.bean(Registrations.class).retire(new ClientId(scene.party.clientId())))
                        .isTrue();
            }
        },
        ISSUER_DISTRUSTED {
            @Override
            void apply(Scene scene) {
                scene.idp.bean(TestIssuers.class).distrust(scene.anchor);
            }
        },
        KEY_REMOVED {
            @Override
            void apply(Scene scene) {
                registerKey(
                        scene, TestRelyingParty.newKey("another").toPublicJWK().toJSONString());
            }
        },
        KEY_EXPIRED {
            @Override
            void apply(Scene scene) {
                ECKey key = scene.party.key().toPublicJWK();
                registerKey(scene, key.toJSONString().replace("{", "{\"exp\":1700000000,"));
            }
        };

        abstract void apply(Scene scene);

        private static void registerKey(Scene scene, String jwk) {
            scene.idp
                    .bean(RegisterRelyingParty.class)
                    .register(new RegisterRelyingParty.Command(
                            TestRelyingParty.document(
                                    scene.party.clientId(),
                                    "\"jwks\":{\"keys\":[" + jwk + "]}",
                                    "transient",
                                    TestRelyingParty.REDIRECT_URI,
                                    "family_name",
                                    "given_name",
                                    "birthdate",
                                    "address",
                                    "nationalities",
                                    "place_of_birth"),
                            "test"));
        }
    }

    /** Goes as far as it can, lets the change happen, tries, and says whether it was refused. */
    private interface Attempt {
        boolean refused(Scene scene, Runnable change) throws Exception;
    }

    private record Row(Set<State> states, Attempt attempt) {}

    private static final Set<State> PARTY = EnumSet.of(State.PARTY_SUSPENDED, State.PARTY_RETIRED);
    private static final Set<State> PARTY_AND_ISSUER =
            EnumSet.of(State.PARTY_SUSPENDED, State.PARTY_RETIRED, State.ISSUER_DISTRUSTED);
    private static final Set<State> PARTY_AND_KEY =
            EnumSet.of(State.PARTY_SUSPENDED, State.PARTY_RETIRED, State.KEY_REMOVED, State.KEY_EXPIRED);

    /** What tells nobody anything that depends on a state, and why. */
    private static final Map<String, String> STATELESS = Map.of(
            "GET /login/done", "a sentence",
            "ANY /login/error", "the page of a refusal",
            "ANY /error", "the page of an error");

    /** Filters of Spring's authorization server that answer requests, and the row they stand for, or why they have none. */
    private static final Map<String, String> FILTERS = Map.ofEntries(
            Map.entry("OAuth2PushedAuthorizationRequestEndpointFilter", "POST /oauth2/par"),
            Map.entry("OAuth2TokenEndpointFilter", "POST /oauth2/token"),
            Map.entry("OAuth2TokenRevocationEndpointFilter", "POST /oauth2/revoke"),
            Map.entry("OAuth2AuthorizationEndpointFilter", "not in the matcher of its chain"),
            Map.entry("OAuth2TokenIntrospectionEndpointFilter", "not in the matcher of its chain"),
            Map.entry("OAuth2AuthorizationServerMetadataEndpointFilter", "says what the server is"),
            Map.entry("OidcProviderConfigurationEndpointFilter", "says what the server is"),
            Map.entry("OidcUserInfoEndpointFilter", "not in the matcher of its chain"),
            Map.entry("OidcLogoutEndpointFilter", "not in the matcher of its chain"),
            Map.entry("NimbusJwkSetEndpointFilter", "public keys of the server"));

    private static final Map<String, Row> ROWS = new LinkedHashMap<>();

    static {
        row("POST /oauth2/par", PARTY_AND_KEY, (scene, change) -> {
            change.run();
            return isRefused(scene.party.push(scene.idp, scene.party.request()));
        });
        row("GET /oauth2/authorize", PARTY, (scene, change) -> {
            String requestUri = scene.requestUri();
            change.run();
            return isRefused(scene.authorize(requestUri));
        });
        row("POST /oauth2/authorize", PARTY, (scene, change) -> {
            String requestUri = scene.requestUri();
            change.run();
            HttpResponse<String> again = TestRelyingParty.postForm(
                    scene.idp.uri("/oauth2/authorize"),
                    TestRelyingParty.form(Map.of("client_id", scene.party.clientId(), "request_uri", requestUri)));
            String address = again.headers().firstValue("Location").orElseThrow();
            return isRefused(scene.page(address.replace(TestIdp.ISSUER, "")));
        });
        row("POST /oauth2/token", EnumSet.allOf(State.class), (scene, change) -> {
            String code = scene.code();
            change.run();
            return isRefused(scene.party.redeem(scene.idp, code));
        });
        row("POST /oauth2/revoke", PARTY_AND_KEY, (scene, change) -> {
            String token = scene.accessToken();
            change.run();
            return isRefused(scene.party.post(scene.idp, "/oauth2/revoke", Map.of("token", token)));
        });
        row("GET /userinfo", PARTY_AND_ISSUER, (scene, change) -> {
            String token = scene.accessToken();
            change.run();
            return isRefused(TestRelyingParty.userInfo(scene.idp, token));
        });
        row("POST /userinfo", PARTY_AND_ISSUER, (scene, change) -> {
            String token = scene.accessToken();
            change.run();
            return isRefused(TestRelyingParty.send(HttpRequest.newBuilder(scene.idp.uri("/userinfo"))
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build()));
        });
        answeredPage("GET /login", Flow.SAME_DEVICE, "/login?request=%s");
        answeredPage("GET /login/wait", Flow.SAME_DEVICE, "/login/wait?request=%s");
        answeredPage("GET /login/other-device", Flow.CROSS_DEVICE, "/login/other-device?request=%s");
        answeredPage("GET /login/result", Flow.CROSS_DEVICE, "/login/result?request=%s&flow=cross_device");
        answeredPage("GET /login/status", Flow.SAME_DEVICE, "/login/status?request=%s&flow=same_device");
        row("GET /login/events", PARTY_AND_ISSUER, (scene, change) -> {
            String handle = scene.answered(Flow.SAME_DEVICE);
            change.run();
            return tellsOfAnEnd(scene.firstEvent(handle, "same_device"));
        });
        row("GET /login/return", PARTY_AND_ISSUER, (scene, change) -> {
            String code = scene.responseCode();
            change.run();
            return isRefused(scene.followed("/login/return?response_code=" + code));
        });
        form("POST /login/cancel", "/login/cancel");
        form("POST /login/more-time", "/login/more-time");
        row("GET /wallet/request/{handle}", PARTY, (scene, change) -> {
            String address = scene.walletRequest();
            change.run();
            return isRefused(scene.page(address));
        });
        row("POST /wallet/request/{handle}", PARTY, (scene, change) -> {
            String address = scene.walletRequest();
            change.run();
            return isRefused(TestRelyingParty.postForm(scene.idp.uri(address), "wallet_nonce=abc"));
        });
        // What a wallet presents is judged by the list of that moment: SdJwtVcVerifierTest, and TrustListTest over all.
        row("POST /wallet/response/{handle}", PARTY, (scene, change) -> {
            Map<String, String> answer = scene.declined(scene.walletRequest());
            change.run();
            return isRefused(TestRelyingParty.postForm(
                    scene.idp.uri(answer.get("path")),
                    TestRelyingParty.form(Map.of("error", answer.get("error"), "state", answer.get("state")))));
        });
    }

    private TestIdp idp;

    private static void row(String endpoint, Set<State> states, Attempt attempt) {
        ROWS.put(endpoint, new Row(states, attempt));
    }

    /** A page of a login to which a wallet has answered. */
    private static void answeredPage(String endpoint, Flow flow, String path) {
        row(endpoint, PARTY_AND_ISSUER, (scene, change) -> {
            String handle = scene.answered(flow);
            change.run();
            return isRefused(scene.followed(path.formatted(handle)));
        });
    }

    private static void form(String endpoint, String path) {
        row(endpoint, PARTY, (scene, change) -> {
            String handle = scene.handle();
            String csrf = scene.csrf(handle);
            change.run();
            return isRefused(scene.post(path, handle, csrf));
        });
    }

    @BeforeAll
    void start() {
        idp = TestIdp.start(TestDatabase.create());
    }

    @AfterAll
    void stop() {
        idp.close();
    }

    @Test
    void has_a_row_for_every_endpoint() {
        Set<String> known = new TreeSet<>(ROWS.keySet());
        known.addAll(STATELESS.keySet());
        assertThat(handlers().filter(endpoint -> !isStaff(endpoint)))
                .as("every handler is in a row, or is said to depend on no state")
                .isSubsetOf(known);
        assertThat(idp.bean(FilterChainProxy.class).getFilterChains().stream()
                        .flatMap(chain -> chain.getFilters().stream())
                        .map(Filter::getClass)
                        .map(Class::getSimpleName)
                        .filter(name -> name.endsWith("EndpointFilter")))
                .as("every filter that answers requests is known")
                .isSubsetOf(FILTERS.keySet());
        assertThat(FILTERS.values().stream().filter(row -> row.startsWith("POST ")))
                .isSubsetOf(ROWS.keySet());
        Set<String> endpoints = handlers().collect(Collectors.toSet());
        FILTERS.values().forEach(endpoints::add);
        assertThat(ROWS.keySet()).as("no row for what is not there").isSubsetOf(endpoints);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void serves_whom_nothing_happened_to(String endpoint) throws Exception {
        assertThat(ROWS.get(endpoint).attempt().refused(new Scene(idp), () -> {}))
                .as(endpoint)
                .isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cells")
    void refuses(String endpoint, State state) throws Exception {
        Scene scene = new Scene(idp);
        assertThat(ROWS.get(endpoint).attempt().refused(scene, () -> state.apply(scene)))
                .as(endpoint + " of " + state)
                .isTrue();
    }

    @Test
    void does_not_bring_back_the_logins_of_a_party_that_comes_back() {
        Scene scene = new Scene(idp);
        String requestUri = scene.requestUri();
        String handle = scene.handle();
        String code = scene.code();
        String token = scene.accessToken();
        ClientId client = new ClientId(scene.party.clientId());
        assertThat(idp.bean(SuspendRelyingParty.class).suspend(client, "test")).isTrue();
        idp.bean(JdbcClient.class)
                .sql("UPDATE idp.relying_party SET state = 'live' WHERE client_id = ?")
                .param(client.value())
                .update();
        assertThat(isRefused(scene.authorize(requestUri))).isTrue();
        assertThat(isRefused(scene.page("/login?request=" + handle))).isTrue();
        assertThat(isRefused(scene.party.redeem(idp, code))).isTrue();
        assertThat(isRefused(TestRelyingParty.userInfo(idp, token))).isTrue();
        assertThat(idp.bean(JdbcClient.class)
                        .sql("SELECT count(sealed_claims) FROM idp.login_grant WHERE client_id = ?")
                        .param(client.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(isRefused(scene.party.redeem(idp, scene.code()))).isFalse();
    }

    /** Every handler of the staff side, with every role, by browser and by key: whoever is suspended is nobody. */
    @Test
    void refuses_a_person_who_was_suspended_everywhere() {
        idp.bean(StaffMembers.class)
                .seed(new SandboxPerson(
                        "rolf",
                        "Rolf",
                        idp.bean(StaffProcess.class).roles().stream()
                                .map(Grant::whole)
                                .collect(Collectors.toSet())));
        StaffProgram program = StaffProgram.of(idp, "rolf");
        try (StaffBrowser browser = StaffBrowser.of(idp, "rolf")) {
            List<String> endpoints =
                    handlers().filter(this::isStaff).filter(this::needsSomebody).toList();
            assertThat(endpoints).hasSizeGreaterThan(5);
            for (String endpoint : endpoints) {
                if (endpoint.startsWith("GET ")) {
                    assertThat(isNobody(call(endpoint, browser, program)))
                            .as(endpoint)
                            .isFalse();
                }
            }
            idp.bean(JdbcClient.class)
                    .sql("UPDATE idp_staff.member SET state = 'suspended' WHERE id = ?::uuid")
                    .param(new SandboxPerson("rolf", "Rolf", Set.of()).id().value())
                    .update();
            for (String endpoint : endpoints) {
                assertThat(isNobody(call(endpoint, browser, program)))
                        .as(endpoint)
                        .isTrue();
            }
        }
    }

    private static HttpResponse<String> call(String endpoint, StaffBrowser browser, StaffProgram program) {
        String method = method(endpoint);
        String path = path(endpoint);
        if (path.startsWith("/api/")) {
            return program.call(method, path, "{}");
        }
        return method.equals("GET") ? browser.get(path) : browser.submit(method, path, Map.of());
    }

    private static boolean isNobody(HttpResponse<String> response) {
        return response.statusCode() == 401
                || (response.statusCode() == 302
                        && response.headers().firstValue("Location").orElse("").endsWith("/staff/sign-in"));
    }

    private static boolean isRefused(HttpResponse<String> response) {
        return (response.statusCode() >= 400 && response.statusCode() < 500)
                || response.body().contains("id=\"support-code\"")
                || tellsOfAnEnd(response.body());
    }

    private static boolean tellsOfAnEnd(String state) {
        return Pattern.compile("\"status\":\"(gone|failed)\"").matcher(state).find();
    }

    private Stream<String> handlers() {
        return idp.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern -> methods(info.getMethodsCondition().getMethods())
                                .map(method -> method + " " + pattern)));
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(Enum::name);
    }

    private boolean isStaff(String endpoint) {
        return Pattern.compile(" /(staff|admin|agency|api/v1)(/.*)?$")
                .matcher(endpoint)
                .find();
    }

    /** Sign-in pages are for everybody; for all others there is a route, or nobody gets there. */
    private boolean needsSomebody(String endpoint) {
        return idp.bean(RouteAuthorization.class)
                .route(method(endpoint), path(endpoint))
                .filter(route -> route.access() == StaffRoute.Access.EVERYBODY)
                .isEmpty();
    }

    private static String method(String endpoint) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        return method.equals("ANY") ? "GET" : method;
    }

    private static String path(String endpoint) {
        return endpoint.substring(endpoint.indexOf(' ') + 1).replaceAll("\\{(?:[^{}]|\\{[^}]*})+}", "1");
    }

    private static Stream<String> rows() {
        return ROWS.keySet().stream();
    }

    private static Stream<Arguments> cells() {
        return ROWS.entrySet().stream()
                .flatMap(row -> Arrays.stream(State.values())
                        .filter(row.getValue().states()::contains)
                        .map(state -> Arguments.of(row.getKey(), state)));
    }
}
