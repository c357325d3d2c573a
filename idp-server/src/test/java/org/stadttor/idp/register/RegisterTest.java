// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.idp.StaffBrowser;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.RegistrationRoom;
import org.stadttor.idp.registration.SaveDraft;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.registration.SuspendRegistration;
import org.stadttor.idp.registration.TestDossiers;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.StaffMembers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The public register over real HTTP, with the signature checked. */
class RegisterTest {

    private static TestIdp idp;
    private static ServiceRegistration first;
    private static ServiceRegistration second;

    @BeforeAll
    static void start() {
        idp = RegistrationRoom.idp();
        first = RegistrationRoom.live(dossier("Ummelden", "NTRDE-REGISTER1"));
        second = RegistrationRoom.live(dossier("Anmelden", "NTRDE-REGISTER1"));
    }

    @Test
    void shows_a_registration_with_the_names_of_the_standard_and_nothing_else() throws Exception {
        JsonNode answer = signed("/wrp?identifier=NTRDE-REGISTER1");
        assertThat(names(answer)).containsExactlyInAnyOrder("iss", "iat", "data", "pagination");
        assertThat(answer.get("iss").stringValue()).isEqualTo(TestIdp.ISSUER);
        assertThat(answer.get("data")).hasSize(2);
        JsonNode party = answer.get("data").get(0);
        assertThat(names(party))
                .containsExactlyInAnyOrder(
                        "legalPerson",
                        "identifier",
                        "country",
                        "email",
                        "phone",
                        "policy",
                        "tradeName",
                        "supportURI",
                        "srvDescription",
                        "intendedUse",
                        "isPSB",
                        "entitlements",
                        "supervisoryAuthority",
                        "registryURI",
                        "isIntermediary");
        assertThat(names(party.get("intendedUse").get(0)))
                .containsExactlyInAnyOrder(
                        "purpose", "privacyPolicy", "intendedUseIdentifier", "createdAt", "credentials");
        assertThat(party.at("/intendedUse/0/credentials/0").toString())
                .isEqualTo("{\"format\":\"dc+sd-jwt\",\"meta\":{\"vct_values\":"
                        + party.at("/intendedUse/0/credentials/0/meta/vct_values")
                        + "},\"claims\":[{\"path\":[\"family_name\"]}]}");
        assertThat(party.at("/identifier/0").toString())
                .isEqualTo("{\"type\":\"http://data.europa.eu/eudi/id/EUID\",\"identifier\":\"DEREGISTER1\"}");
        assertThat(party.at("/srvDescription/0/0/lang").stringValue()).isEqualTo("de");
        assertThat(party.get("isPSB").booleanValue()).isTrue();
        assertThat(answer.toString()).doesNotContain("Rathausplatz");
    }

    @Test
    void pages_by_key_without_losing_or_repeating() throws Exception {
        Set<String> seen = new TreeSet<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = signed("/wrp?identifier=NTRDE-REGISTER1&limit=1" + cursor);
            assertThat(page.get("data")).hasSize(1);
            seen.add(page.at("/data/0/tradeName").stringValue());
            cursor = page.at("/pagination/has_next_page").booleanValue()
                    ? "&cursor=" + page.at("/pagination/next_cursor").stringValue()
                    : "";
            pages++;
        } while (!cursor.isEmpty());
        assertThat(pages).isEqualTo(2);
        assertThat(seen).containsExactly("Anmelden", "Ummelden");
    }

    @Test
    void begins_where_a_cursor_is_none_of_ours() {
        // Two NUL characters around a line feed.
        assertThat(get("/wrp?cursor=AAoA").statusCode()).isEqualTo(200);
    }

    @Test
    void shows_staff_what_it_shows_or_would_show() throws Exception {
        idp.bean(StaffMembers.class)
                .seed(new SandboxPerson(
                        "lena", "lena", Set.of(new Grant("agency-reader", RegistrationRoom.UNIT.value()))));
        ServiceRegistration draft = idp.bean(SaveDraft.class)
                .save(new SaveDraft.Command.New(
                        RegistrationRoom.OWNER,
                        null,
                        Stage.PRODUCTION,
                        RegistrationRoom.UNIT,
                        dossier("<b>Entwurf</b>", "NTRDE-DRAFT")));
        try (StaffBrowser lena = StaffBrowser.of(idp, "lena")) {
            HttpResponse<String> page = lena.get("/agency/services/" + draft.clientId() + "/register-data");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("&lt;b&gt;Entwurf&lt;/b&gt;", "supervisoryAuthority")
                    .doesNotContain("<b>Entwurf", "Rathausplatz");
        }
        assertThat(get("/wrp/NTRDE-DRAFT").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "identifier=DEREGISTER1,2",
        "identifier=NTRDE-REGISTER1&tradename=ANMELD,1",
        "identifier=NTRDE-REGISTER1&legalname=musterstadt,2",
        "identifier=NTRDE-REGISTER1&legalname=%25,0",
        "identifier=NTRDE-REGISTER1&policy=https://portal.example/privacy,2",
        "identifier=NTRDE-REGISTER1&policy=https://portal.example/,0",
        "identifier=NTRDE-REGISTER1&claimpath=family_name,2",
        "identifier=NTRDE-REGISTER1&claimpath=birthdate,0",
        "identifier=NTRDE-REGISTER1&credentialformat=dc%2Bsd-jwt,2",
        "identifier=NTRDE-REGISTER1&credentialformat=mso_mdoc,0",
        "identifier=NTRDE-REGISTER1&isintermediary=true,0",
        "identifier=NTRDE-REGISTER1&usesintermediary=x,0",
        "identifier=NTRDE-REGISTER1&entitlement=https://uri.etsi.org/19475/Entitlement/PID_Provider,0",
        "identifier=nobody,0",
    })
    void filters(String query, int found) throws Exception {
        assertThat(signed("/wrp?" + query).get("data")).hasSize(found);
    }

    @Test
    void puts_the_services_of_a_legal_person_together() throws Exception {
        JsonNode party = signed("/wrp/NTRDE-REGISTER1").get("data");
        assertThat(party.get("intendedUse")).hasSize(2);
        assertThat(party.get("srvDescription")).hasSize(2);
        assertThat(signed("/wrp/" + first.clientId()).at("/data/tradeName").stringValue())
                .isEqualTo("Ummelden");
        assertThat(get("/wrp/NTRDE-NOBODY").statusCode()).isEqualTo(404);
    }

    @Test
    void answers_whether_a_use_is_registered() throws Exception {
        String use = signed("/wrp/" + second.clientId())
                .at("/data/intendedUse/0/intendedUseIdentifier")
                .stringValue();
        String party = "/wrp/check-intended-use?rpidentifier=NTRDE-REGISTER1";
        assertThat(signed(party + "&intendeduseidentifier=" + use).get("data").booleanValue())
                .isTrue();
        assertThat(signed(party + "&claimpath=[%22family_name%22]").get("data").booleanValue())
                .isTrue();
        assertThat(signed(party + "&claimpath=birthdate").get("data").booleanValue())
                .isFalse();
        assertThat(signed(party + "&intendeduseidentifier=other").get("data").booleanValue())
                .isFalse();
        assertThat(signed(party + "&credentialformat=mso_mdoc").get("data").booleanValue())
                .isFalse();
    }

    @Test
    void a_suspended_registration_is_not_shown() throws Exception {
        ServiceRegistration gone = RegistrationRoom.live(dossier("Weg", "NTRDE-GONE"));
        assertThat(get("/wrp/NTRDE-GONE").statusCode()).isEqualTo(200);
        idp.bean(SuspendRegistration.class).suspend(RegistrationRoom.REGISTRAR, gone.clientId(), "Probe");
        assertThat(get("/wrp/NTRDE-GONE").statusCode()).isEqualTo(404);
        assertThat(signed("/wrp?identifier=NTRDE-GONE").get("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wrp?limit=0",
                "/wrp?limit=101",
                "/wrp?limit=x",
                "/wrp?unknown=1",
                "/wrp?identifier=a&identifier=b",
                "/wrp?legalname=%00",
                "/wrp/check-intended-use",
                "/wrp/check-intended-use?rpidentifier=a&x=1",
            })
    void refuses_what_it_would_have_to_ignore(String path) {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void is_read_only_and_takes_no_long_texts() {
        assertThat(get("/wrp?legalname=" + "a".repeat(301)).statusCode()).isEqualTo(400);
        HttpResponse<String> put = TestRelyingParty.send(HttpRequest.newBuilder(idp.uri("/wrp"))
                .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        assertThat(put.statusCode()).isIn(403, 404, 405);
    }

    private static DossierDraft dossier(String name, String identifier) {
        return TestDossiers.with(json -> {
            ((ObjectNode) json.get("names")).put("de", name);
            ((ObjectNode) json.get("legal_entity")).put("identifier", identifier);
            return json;
        });
    }

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(node.propertyNames());
    }

    private static HttpResponse<String> get(String path) {
        return TestRelyingParty.send(
                HttpRequest.newBuilder(idp.uri(path.replace("[", "%5B").replace("]", "%5D")))
                        .build());
    }

    private static JsonNode signed(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/jwt");
        JWSObject jws = JWSObject.parse(response.body());
        X509Certificate certificate = X509CertUtils.parse(
                jws.getHeader().getX509CertChain().getFirst().decode());
        assertThat(jws.verify(new ECDSAVerifier((ECPublicKey) certificate.getPublicKey())))
                .isTrue();
        return TestRelyingParty.JSON.readTree(jws.getPayload().toString());
    }
}
