// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.stadttor.idp.authorization.CompleteAuthorization;
import org.stadttor.idp.citizen.Citizen;
import org.stadttor.idp.citizen.IdentifyCitizen;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.wallet.credential.CredentialIssuer;
import org.stadttor.wallet.pid.PersonIdentification;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.presentation.BrowserBinding;
import tools.jackson.databind.JsonNode;

/** A browser with its cookie; the wallet's part of the login is skipped through {@link CompleteAuthorization}. */
public final class TestBrowser {

    private BrowserBinding binding;

    /** Opens the authorization endpoint and takes the cookie. */
    public HttpResponse<String> open(TestIdp idp, String clientId, String requestUri) {
        return open(idp, "client_id=" + clientId + "&request_uri=" + TestRelyingParty.encode(requestUri));
    }

    public HttpResponse<String> open(TestIdp idp, String query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(idp.uri("/oauth2/authorize?" + query));
        if (binding != null) {
            request.header("Cookie", "stadttor=" + binding.cookieValue());
        }
        HttpResponse<String> response = TestRelyingParty.send(request.build());
        response.headers()
                .firstValue("Set-Cookie")
                .filter(cookie -> cookie.startsWith("stadttor="))
                .ifPresent(cookie ->
                        binding = BrowserBinding.parse(cookie.substring("stadttor=".length(), cookie.indexOf(';'))));
        return response;
    }

    /** Opens it and returns the handle of the login. */
    public String handle(TestIdp idp, String clientId, String requestUri) {
        HttpResponse<String> response = open(idp, clientId, requestUri);
        if (response.statusCode() != 303) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return TestRelyingParty.query(response.headers().firstValue("Location").orElseThrow())
                .get("request");
    }

    public BrowserBinding binding() {
        return binding;
    }

    /** The whole way to the code. */
    public String login(TestIdp idp, TestRelyingParty relyingParty, PersonIdentification person) {
        String requestUri = relyingParty.pushed(idp, relyingParty.request());
        String handle = handle(idp, relyingParty.clientId(), requestUri);
        return TestRelyingParty.query(succeed(idp, relyingParty, handle, person).toString())
                .get("code");
    }

    public URI succeed(TestIdp idp, TestRelyingParty relyingParty, String handle, PersonIdentification person) {
        Citizen citizen = idp.bean(IdentifyCitizen.class).identify(person, new ClientId(relyingParty.clientId()));
        return idp.bean(CompleteAuthorization.class).succeed(handle, binding, citizen);
    }

    /** A person whose values are marked, so that a search can find them. */
    public static PersonIdentification person(String mark) {
        return person(Map.of(
                PidAttribute.FAMILY_NAME, "\"Muster" + mark + "\"",
                PidAttribute.GIVEN_NAME, "\"Erika" + mark + "\"",
                PidAttribute.BIRTHDATE, "\"1964-08-12\"",
                PidAttribute.PLACE_OF_BIRTH, "{\"locality\":\"Berlin" + mark + "\"}",
                PidAttribute.ADDRESS, "{\"locality\":\"Köln" + mark + "\"}",
                PidAttribute.TITLE, "\"Dr" + mark + "\""));
    }

    public static PersonIdentification person(Map<PidAttribute, String> json) {
        return person(json, "DE");
    }

    public static PersonIdentification person(Map<PidAttribute, String> json, String country) {
        Map<PidAttribute, JsonNode> attributes = new EnumMap<>(PidAttribute.class);
        json.forEach((attribute, value) -> attributes.put(attribute, TestRelyingParty.JSON.readTree(value)));
        return new PersonIdentification(attributes, new CredentialIssuer("Test", country, TestIssuers.ANCHOR, 1));
    }

    /** The same person with a PID that rests on another listed certificate. */
    public static PersonIdentification issuedBy(String anchor) {
        PersonIdentification person = person(anchor);
        return new PersonIdentification(person.attributes(), new CredentialIssuer("Test", "DE", anchor, 1));
    }

    public static Citizen citizen(String subject, PersonIdentification person) {
        return new Citizen(subject, person, Instant.now());
    }
}
