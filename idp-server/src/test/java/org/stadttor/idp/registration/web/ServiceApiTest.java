// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.AddUnit;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitDetails;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.TestDossiers;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.apikey.CreateApiKey;
import org.stadttor.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The agency API over real HTTP, with real keys. */
class ServiceApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNIT = "/de/by/musterstadt/";
    private static final String NEW = "?unit=" + UNIT + "&stage=sandbox";

    private static TestIdp idp;
    private static String owner;
    private static String technician;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ECKey key = TestRelyingParty.newKey("api-1");

    @BeforeAll
    static void start() {
        idp = TestIdp.start(TestDatabase.create());
        add("/de/", UnitKind.BUND);
        add("/de/by/", UnitKind.LAND);
        add(UNIT, UnitKind.MUNICIPALITY);
        add("/de/by/nebenstadt/", UnitKind.MUNICIPALITY);
        owner = apiKey("olga");
        technician = apiKey("theo");
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    private static void add(String path, UnitKind kind) {
        UnitDetails details = kind == UnitKind.MUNICIPALITY ? TestDossiers.organisation() : UnitDetails.empty();
        idp.bean(AddUnit.class)
                .add(new AddUnit.Command(
                        new ActingPerson("test", Scope.everything()),
                        new UnitPath(path),
                        kind,
                        Map.of("de", path),
                        details));
    }

    private static String apiKey(String person) {
        SandboxPerson known = idp.bean(StaffProcess.class).sandboxPeople().stream()
                .filter(p -> p.key().equals(person))
                .findFirst()
                .orElseThrow();
        Set<Grant> grants = known.grants();
        return idp.bean(CreateApiKey.class)
                .create(new StaffMember(known.id(), known.name(), grants, SignIn.SANDBOX), "test", grants, 1)
                .secret()
                .text();
    }

    private ObjectNode dossier() {
        ObjectNode dossier = (ObjectNode) JSON.readTree(TestDossiers.least().toJson());
        dossier.set("keys", JSON.readTree("[{\"jwk\":" + key.toPublicJWK().toJSONString() + "}]"));
        return dossier;
    }

    private HttpResponse<String> put(String apiKey, String address, String body) throws Exception {
        return send(HttpRequest.newBuilder(idp.staffUri("/api/v1/services/" + address))
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String apiKey, String path) throws Exception {
        return send(HttpRequest.newBuilder(idp.staffUri(path)).header("Authorization", "Bearer " + apiKey));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isLive(String clientId) {
        return idp.bean(RelyingParties.class).findLive(new ClientId(clientId)).isPresent();
    }

    @Test
    void puts_a_service_into_life_and_changes_nothing_the_second_time() throws Exception {
        HttpResponse<String> created = put(owner, "ummelden" + NEW, dossier().toString());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode answer = JSON.readTree(created.body());
        assertThat(answer.get("effect").stringValue()).isEqualTo("created");
        assertThat(answer.get("service").get("state").stringValue()).isEqualTo("live");
        assertThat(isLive("ummelden")).isTrue();

        HttpResponse<String> again = put(owner, "ummelden" + NEW, dossier().toString());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(again.body()).get("effect").stringValue()).isEqualTo("unchanged");
        assertThat(again.headers().firstValue("ETag"))
                .isEqualTo(created.headers().firstValue("ETag"));

        HttpResponse<String> read = get(owner, "/api/v1/services/ummelden");
        assertThat(JSON.readTree(read.body()).get("live").get("dossier").get("redirect_uris"))
                .isEqualTo(dossier().get("redirect_uris"));
    }

    @Test
    void says_in_a_dry_run_what_would_happen() throws Exception {
        HttpResponse<String> first =
                put(owner, "probe" + NEW + "&dry_run=true", dossier().toString());
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(JSON.readTree(first.body()).get("effect").stringValue()).isEqualTo("created");
        assertThat(get(owner, "/api/v1/services/probe").statusCode()).isEqualTo(404);

        assertThat(put(owner, "probe" + NEW, dossier().toString()).statusCode()).isEqualTo(201);
        ObjectNode changed = dossier();
        changed.set("redirect_uris", JSON.readTree("[\"https://other.example/callback\"]"));
        JsonNode dry = JSON.readTree(
                put(owner, "probe?dry_run=true", changed.toString()).body());
        assertThat(dry.get("effect").stringValue()).isEqualTo("changed");
        assertThat(dry.get("changes").toString()).contains("https://other.example/callback");
        assertThat(JSON.readTree(get(owner, "/api/v1/services/probe").body())
                        .get("live")
                        .get("version")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void lets_production_wait_for_a_second_person() throws Exception {
        HttpResponse<String> created =
                put(owner, "echt?unit=" + UNIT + "&stage=production", dossier().toString());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode answer = JSON.readTree(created.body());
        assertThat(answer.get("needs_second_person").booleanValue()).isTrue();
        assertThat(answer.get("service").get("state").stringValue()).isEqualTo("submitted");
        assertThat(isLive("echt")).isFalse();
        assertThat(JSON.readTree(put(owner, "echt", dossier().toString()).body())
                        .get("effect")
                        .stringValue())
                .isEqualTo("unchanged");
    }

    @Test
    void names_every_field_that_is_wrong_and_stores_nothing() throws Exception {
        ObjectNode wrong = dossier();
        wrong.set("redirect_uris", JSON.readTree("[\"https://user@portal.example/\", \"https://*.example/\"]"));
        wrong.put("privacy_policy_uri", "nowhere");
        HttpResponse<String> refused = put(owner, "falsch" + NEW, wrong.toString());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.get("code").stringValue()).isEqualTo("fields_invalid");
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").stringValue()))
                .containsExactlyInAnyOrder("privacy_policy_uri", "redirect_uris[0]", "redirect_uris[1]");
        assertThat(get(owner, "/api/v1/services/falsch").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "x, '{}', 404",
        "klein?unit=/de/by/nebenstadt/&stage=sandbox, '{}', 404",
        "klein?unit=/DE/&stage=sandbox, '{}', 422",
        "klein?unit=/de/by/musterstadt/&stage=heaven, '{}', 422",
        "klein?unit=/de/by/musterstadt/&stage=sandbox, 'not json', 400",
        "klein?unit=/de/by/musterstadt/&stage=sandbox, '{\"unknown\":1}', 400",
        "klein?unit=/de/by/musterstadt/&stage=sandbox&dry_run=perhaps, '{}', 400"
    })
    void rejects(String address, String body, int status) throws Exception {
        assertThat(put(owner, address, body).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"try.ummelden", "Try.ummelden", "new", "check-intended-use"})
    void keeps_ids_that_mean_something_else(String reserved) throws Exception {
        for (String dryRun : List.of("false", "true")) {
            HttpResponse<String> refused =
                    put(owner, reserved + NEW + "&dry_run=" + dryRun, dossier().toString());
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("client_id_taken");
        }
    }

    /** The answer comes while most of what was announced has not been sent. */
    @Test
    void reads_no_more_than_a_dossier_can_be() throws Exception {
        URI address = idp.staffUri("/api/v1/services/gross" + NEW);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(15_000);
            OutputStream out = socket.getOutputStream();
            out.write(("PUT " + address.getRawPath() + "?" + address.getRawQuery() + " HTTP/1.1\r\nHost: "
                            + address.getAuthority() + "\r\nAuthorization: Bearer " + owner
                            + "\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1024 * 1024 + 65_536]);
            out.flush();
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertThat(status).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void rejects_who_may_not() throws Exception {
        assertThat(put(technician, "ummelden" + NEW, dossier().toString()).statusCode())
                .isEqualTo(403);
        assertThat(put("stk_wrong", "ummelden" + NEW, dossier().toString()).statusCode())
                .isEqualTo(401);
        assertThat(get(technician, "/api/v1/services").statusCode()).isEqualTo(200);
    }

    @Test
    void describes_exactly_what_there_is() throws Exception {
        JsonNode description = JSON.readTree(send(HttpRequest.newBuilder(idp.staffUri("/api/v1/openapi.json")))
                .body());
        assertThat(description.get("openapi").stringValue()).startsWith("3.1");
        Set<String> described = new HashSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(name -> List.of("get", "put", "post", "delete").contains(name))
                        .forEach(method -> described.add(method + " " + path.getKey())));
        Set<String> routes = idp.beans(StaffRoutes.class).stream()
                .flatMap(some -> some.routes().stream())
                .filter(route -> route.pattern().startsWith("/api/v1"))
                .map(route -> route.method().toLowerCase(Locale.ROOT) + " " + route.pattern())
                .collect(Collectors.toSet());
        assertThat(described).isEqualTo(routes);
    }
}
