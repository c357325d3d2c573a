// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.apikey.CreateApiKey;
import org.stadttor.trustlist.MutableClock;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.TestService;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.ProposalId;
import org.stadttor.trustlist.issuer.Proposals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The interface for programs over real HTTP, and its description against the real handlers. */
class AutomationApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TestKey SIGNER = TestKey.create("Signer");
    private static final Map<String, String> KEYS = new HashMap<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestService service;
    private static JsonNode description;

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(TestService.Roles.create(), SIGNER, new MutableClock(TestKey.NOW));
        description = JSON.readTree(call("", "GET", "/api/v1/openapi.json", "").body());
    }

    @AfterAll
    static void stop() {
        HTTP.close();
        service.close();
    }

    /** A key of one of the sandbox's people, with all that the person may do. */
    private static String key(String person) {
        return KEYS.computeIfAbsent(person, name -> {
            StaffMembers.Account account = service.bean(StaffMembers.class)
                    .findActive(new SandboxPerson(name, name, Set.of()).id())
                    .orElseThrow();
            StaffMember member = new StaffMember(account.id(), account.name(), account.grants(), SignIn.SANDBOX);
            return service.bean(CreateApiKey.class)
                    .create(member, "test", account.grants(), 1)
                    .secret()
                    .text();
        });
    }

    private static HttpResponse<String> call(String person, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.staffUri(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!person.isEmpty()) {
            request.header("Authorization", "Bearer " + key(person));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<String> response = call("rita", "GET", path, "");
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static ObjectNode request(IssuerDetails details) {
        ObjectNode request = JSON.createObjectNode().put("kind", "listing").put("reason", "new contract");
        request.set("details", TrustJson.details(details));
        return request;
    }

    private static String problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertDescribed("#/components/schemas/Problem", problem);
        return problem.path("code").stringValue();
    }

    private static void assertDescribed(String schema, JsonNode value) {
        assertThat(new JsonSchemaCheck(description)
                        .findings(JSON.createObjectNode().put("$ref", schema), value))
                .isEmpty();
    }

    /** The body of a successful answer is what the description says about this address. */
    private static JsonNode described(String template, String method, HttpResponse<String> response) {
        JsonNode answer = description
                .path("paths")
                .path(template)
                .path(method)
                .path("responses")
                .path(Integer.toString(response.statusCode()));
        assertThat(answer.isMissingNode()).isFalse();
        JsonNode body = JSON.readTree(response.body());
        assertThat(new JsonSchemaCheck(description)
                        .findings(
                                answer.path("content").path("application/json").path("schema"), body))
                .isEmpty();
        return body;
    }

    @Test
    void describes_every_handler_and_nothing_else() {
        assertThat(description.path("openapi").stringValue()).isEqualTo("3.1.0");
        Set<String> real = new TreeSet<>();
        service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getPackageName().equals("org.stadttor.trustlist.automation.web")) {
                        for (RequestMethod method :
                                mapping.getMethodsCondition().getMethods()) {
                            mapping.getPatternValues().forEach(path -> real.add(method + " " + path));
                        }
                    }
                });
        Set<String> described = new TreeSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(real).hasSizeGreaterThan(8);
    }

    @Test
    void describes_who_may_do_what() {
        Map<String, Set<String>> declared = new TreeMap<>();
        service.bean("automationRoutes", StaffRoutes.class)
                .routes()
                .forEach(route -> declared.put(route.method() + " " + route.pattern(), new TreeSet<>(route.roles())));
        Map<String, Set<String>> described = new TreeMap<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    Set<String> roles = operation
                            .getValue()
                            .path("x-roles")
                            .valueStream()
                            .map(JsonNode::stringValue)
                            .collect(Collectors.toCollection(TreeSet::new));
                    described.put(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), roles);
                }));
        assertThat(described).isEqualTo(declared);
        assertThat(declared).containsEntry("POST /api/v1/entities/{id}/suspension", Set.of("emergency"));
    }

    @Test
    void nothing_approves_or_confirms() {
        assertThat(service.bean("automationRoutes", StaffRoutes.class).routes())
                .extracting(StaffRoute::pattern)
                .noneMatch(pattern -> pattern.contains("approv") || pattern.contains("confirm"));
    }

    @Test
    void rejects_whoever_has_no_key_or_not_the_role() throws Exception {
        assertThat(problem(call("", "GET", "/api/v1/lists", ""), 401)).isEqualTo("api_key_missing");
        String body = request(TestKey.create("R").issuer("R")).toString();
        assertThat(problem(call("rita", "POST", "/api/v1/proposals", body), 403))
                .isEqualTo("forbidden");
        assertThat(problem(call("anton", "POST", "/api/v1/proposals", body), 403))
                .isEqualTo("forbidden");
        assertThat(problem(call("karla", "POST", "/api/v1/entities/" + IssuerId.random() + "/suspension", "{}"), 403))
                .isEqualTo("forbidden");
    }

    @Test
    void reads_lists_entities_and_versions() throws Exception {
        IssuerId id = service.approved(TestKey.create("Read").issuer(ListPurpose.WALLET, "Read me"));
        JsonNode lists = described("/api/v1/lists", "get", call("rita", "GET", "/api/v1/lists", ""));
        assertThat(lists.path("items").valueStream().map(l -> l.path("name").stringValue()))
                .containsExactlyElementsOf(List.of(ListPurpose.values()).stream()
                        .map(ListPurpose::listName)
                        .toList());
        String search = "/api/v1/entities?purpose=wallet&state=approved&q=read%20ME&limit=1";
        JsonNode found = described("/api/v1/entities", "get", call("rita", "GET", search, ""));
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0/id").stringValue()).isEqualTo(id.toString());
        assertThat(get("/api/v1/entities?purpose=wallet&q=nobody").path("total").asInt())
                .isEqualTo(0);
        assertThat(get("/api/v1/entities?offset=100000").path("items").size()).isEqualTo(0);
        service.suspend(id);
        JsonNode entity = described("/api/v1/entities/{id}", "get", call("rita", "GET", "/api/v1/entities/" + id, ""));
        assertThat(entity.path("state").stringValue()).isEqualTo("suspended");
        assertThat(entity.has("returns_at")).isTrue();
        JsonNode versions = described(
                "/api/v1/entities/{id}/versions",
                "get",
                call("rita", "GET", "/api/v1/entities/" + id + "/versions", ""));
        assertThat(versions.path("items").valueStream().map(v -> v.path("event").stringValue()))
                .containsExactly("listed", "suspended");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/entities?purpose=tls, 404, not_found",
        "/api/v1/entities?limit=0, 400, member_invalid",
        "/api/v1/entities?limit=201, 400, member_invalid",
        "/api/v1/entities?offset=-1, 400, member_invalid",
        "/api/v1/entities?offset=x, 400, member_invalid",
        "/api/v1/entities/not-a-uuid, 400, member_invalid",
        "/api/v1/entities/00000000-0000-4000-8000-000000000000, 404, not_found",
        "/api/v1/entities/00000000-0000-4000-8000-000000000000/versions, 404, not_found",
        "/api/v1/proposals/00000000-0000-4000-8000-000000000000, 404, not_found"
    })
    void rejects_addresses_of_nothing(String path, int status, String code) throws Exception {
        assertThat(problem(call("rita", "GET", path, ""), status)).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(ListPurpose.class)
    void proposes_what_people_then_approve(ListPurpose purpose) throws Exception {
        IssuerDetails details = TestKey.create("P").issuer(purpose, "P" + purpose.code());
        ObjectNode request = request(details);
        assertDescribed("#/components/schemas/ProposalRequest", request);
        int before = service.bean(Proposals.class).pending().size();
        JsonNode dry = described(
                "/api/v1/proposals",
                "post",
                call("karla", "POST", "/api/v1/proposals?dry-run=true", request.toString()));
        assertThat(dry.at("/details/name").stringValue()).isEqualTo(details.name());
        assertThat(service.bean(Proposals.class).pending()).hasSize(before);
        HttpResponse<String> created = call("karla", "POST", "/api/v1/proposals", request.toString());
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode proposal = described("/api/v1/proposals", "post", created);
        Proposal stored = service.bean(Proposals.class)
                .find(new ProposalId(UUID.fromString(proposal.path("id").stringValue())))
                .orElseThrow();
        assertThat(stored.details()).isEqualTo(details);
        assertThat(proposal.path("sha256").stringValue()).isEqualTo(stored.hash());
        String address = created.headers().firstValue("Location").orElseThrow();
        assertThat(get(address).path("id")).isEqualTo(proposal.path("id"));
        described("/api/v1/proposals", "get", call("rita", "GET", "/api/v1/proposals", ""));
        service.approve(stored, TestService.BERND);
        JsonNode decided = described("/api/v1/proposals/{id}", "get", call("rita", "GET", address, ""));
        assertThat(decided.at("/decision/state").stringValue()).isEqualTo("approved");
        assertThat(problem(call("karla", "POST", address + "/withdrawal", "{\"reason\":\"x\"}"), 409))
                .isEqualTo("already_decided");
    }

    @Test
    void proposes_changes_and_resumptions_and_takes_back() throws Exception {
        IssuerDetails details = TestKey.create("C").issuer("C");
        IssuerId id = service.approved(details);
        ObjectNode change =
                request(TestKey.create("C2").issuer("C2")).put("kind", "change").put("entity", id.toString());
        HttpResponse<String> created = call("karla", "POST", "/api/v1/proposals", change.toString());
        assertThat(described("/api/v1/proposals", "post", created).path("base").asInt())
                .isEqualTo(1);
        String address = created.headers().firstValue("Location").orElseThrow();
        assertThat(problem(call("anna", "POST", address + "/withdrawal", "{\"reason\":\"x\"}"), 409))
                .isEqualTo("not_the_proposer");
        JsonNode back = described(
                "/api/v1/proposals/{id}/withdrawal",
                "post",
                call("karla", "POST", address + "/withdrawal", "{\"reason\":\"wrong key\"}"));
        assertThat(back.at("/decision/state").stringValue()).isEqualTo("withdrawn");
        ObjectNode same = request(details).put("kind", "change").put("entity", id.toString());
        assertThat(problem(call("karla", "POST", "/api/v1/proposals?dry-run=true", same.toString()), 422))
                .isEqualTo("nothing_changed");
        ObjectNode resumption = JSON.createObjectNode()
                .put("kind", "resumption")
                .put("entity", id.toString())
                .put("reason", "repaired");
        assertThat(problem(call("karla", "POST", "/api/v1/proposals", resumption.toString()), 409))
                .isEqualTo("wrong_state");
        HttpResponse<String> suspended =
                call("emil", "POST", "/api/v1/entities/" + id + "/suspension", "{\"reason\":\"key lost\"}");
        assertThat(suspended.statusCode()).isEqualTo(204);
        assertThat(service.list(SIGNER).list().entities())
                .noneMatch(e -> e.name().equals("C"));
        assertThat(call("karla", "POST", "/api/v1/proposals?dry-run=true", resumption.toString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(call("karla", "POST", "/api/v1/proposals", resumption.toString())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void tells_what_people_would_be_told_about_certificates() throws Exception {
        IssuerDetails fine = TestKey.create("F").issuer("F");
        JsonNode dry = described(
                "/api/v1/proposals",
                "post",
                call(
                        "karla",
                        "POST",
                        "/api/v1/proposals?dry-run=true",
                        request(fine).toString()));
        assertThat(dry.path("findings")
                        .valueStream()
                        .map(f -> f.path("severity").stringValue()))
                .isNotEmpty()
                .doesNotContain("error");
        IssuerDetails leaf = TestKey.leaf("L").issuer(ListPurpose.ACCESS_CERTIFICATE, "L");
        for (String query : List.of("", "?dry-run=true")) {
            HttpResponse<String> refused = call(
                    "karla", "POST", "/api/v1/proposals" + query, request(leaf).toString());
            assertThat(problem(refused, 422)).isEqualTo("certificate_blocked");
            assertThat(JSON.readTree(refused.body())
                            .path("findings")
                            .valueStream()
                            .map(f -> f.path("code").stringValue()))
                    .contains("ca_needed");
        }
    }

    @Test
    void rejects_bodies_that_are_not_as_described() throws Exception {
        ObjectNode right = request(TestKey.create("B").issuer("B"));
        Map<String, String> wrong = new TreeMap<>();
        wrong.put("", "member_invalid");
        wrong.put("[]", "member_invalid");
        wrong.put("{\"kind\":\"listing\",\"kind\":\"listing\"}", "malformed_json");
        wrong.put(right + " {}", "malformed_json");
        wrong.put(right.deepCopy().put("approved", true).toString(), "member_unknown");
        wrong.put(right.deepCopy().put("kind", "approval").toString(), "member_invalid");
        wrong.put(right.deepCopy().put("kind", "change").toString(), "member_invalid");
        wrong.put(right.deepCopy().put("reason", " ").toString(), "member_invalid");
        wrong.put(right.deepCopy().put("reason", "a\nb").toString(), "member_invalid");
        wrong.put(without(right, "/details", "name").toString(), "member_missing");
        wrong.put(with(right, "purpose", "tls").toString(), "member_invalid");
        wrong.put(with(right, "registration_id", "HRB 1").toString(), "member_invalid");
        wrong.put(with(right, "legal_basis", "x".repeat(600)).toString(), "member_invalid");
        // Nothing that looks like something else where it is decided on, nothing for which readers refuse the list.
        wrong.put(with(right, "name", "Druckerei \u202eedlaF").toString(), "member_invalid");
        wrong.put(with(right, "legal_basis", "a\u200bb").toString(), "member_invalid");
        wrong.put(with(right, "registration_id", "NTRDE-\u001b1").toString(), "member_invalid");
        wrong.put(with(right, "country", "XX").toString(), "member_invalid");
        wrong.put(right.deepCopy().put("reason", "a\u202eb").toString(), "member_invalid");
        for (String uri : List.of(
                "http://uri.etsi.org/19602/ListOfTrustedEntities/PIDProvider/FR",
                "javascript:alert(1)",
                "https://user@example.org/",
                "https://example.org/\nhttps://example.com/")) {
            ObjectNode address = right.deepCopy();
            ((ObjectNode) address.at("/details/contact"))
                    .putArray("information_uris")
                    .add(uri);
            wrong.put(address.toString(), "member_invalid");
        }
        ObjectNode unreadable = right.deepCopy();
        ((ObjectNode) unreadable.get("details")).putArray("issuance").add("MIIB");
        wrong.put(unreadable.toString(), "certificate_unreadable");
        for (Map.Entry<String, String> body : wrong.entrySet()) {
            assertThat(problem(call("karla", "POST", "/api/v1/proposals", body.getKey()), 400))
                    .as(body.getKey())
                    .isEqualTo(body.getValue());
        }
        assertThat(problem(call("karla", "POST", "/api/v1/proposals", " ".repeat(1_000_001)), 413))
                .isEqualTo("too_large");
    }

    private static ObjectNode with(ObjectNode request, String member, String value) {
        ObjectNode copy = request.deepCopy();
        ((ObjectNode) copy.get("details")).put(member, value);
        return copy;
    }

    private static ObjectNode without(ObjectNode request, String path, String member) {
        ObjectNode copy = request.deepCopy();
        ((ObjectNode) copy.at(path)).remove(member);
        return copy;
    }
}
