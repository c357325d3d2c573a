// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stadttor.sandbox.launcher.assembly.UseCaseRegistrar;
import org.stadttor.sandbox.launcher.registration.RegistrationKind;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.wallet.Misbehaviour;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A relying party made of a library by others, registered at run time, completes a login. */
class ThirdPartyRelyingPartyTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final World world = World.get();

    @Test
    void logs_in() throws IOException, JOSEException {
        HttpServer callback = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        callback.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        callback.start();
        ECKey key = new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyID("rp-1")
                .generate();
        URI redirect = URI.create("http://localhost:" + callback.getAddress().getPort() + "/cb");
        new UseCaseRegistrar(world.trustList, world.nodes.getFirst())
                .register(RegistrationKind.RELYING_PARTIES, "other-portal", registration(redirect, key));

        try (NodeProgram rp = NodeProgram.start("relying-party.mjs");
                SimpleBrowser browser = new SimpleBrowser()) {
            rp.write(JSON.writeValueAsString(Map.of(
                    "issuer", world.issuer().toString(),
                    "clientId", "other-portal",
                    "redirectUri", redirect.toString(),
                    "scope", "openid profile",
                    "key", key.toJSONObject())));
            Page login = browser.open(
                    URI.create(JSON.readTree(rp.read()).path("authorizationUrl").asString("")));
            URI back = world.ecosystem
                    .wallet()
                    .present(login.link("wallet-sandbox").toString(), People.ERIKA, Misbehaviour.NONE)
                    .redirectUri()
                    .orElseThrow();
            URI arrived = browser.open(back).address();
            assertThat(arrived.getPath()).isEqualTo("/cb");
            rp.write(JSON.writeValueAsString(Map.of("callback", arrived.toString())));
            JsonNode result = JSON.readTree(rp.read());
            assertThat(result.path("userinfo").path("family_name").asString("")).isEqualTo("MUSTERMANN");
            assertThat(result.path("userinfo").has("given_name")).isFalse();
            assertThat(result.path("idToken").path("sub").asString(""))
                    .isNotEmpty()
                    .isEqualTo(result.path("userinfo").path("sub").asString(""));
        } finally {
            callback.stop(0);
        }
    }

    private static String registration(URI redirect, ECKey key) {
        return JSON.writeValueAsString(Map.of(
                "client_id",
                "other-portal",
                "client_name",
                Map.of("de", "Anderes Portal"),
                "redirect_uris",
                new String[] {redirect.toString()},
                "jwks",
                new JWKSet(key.toPublicJWK()).toJSONObject(),
                "sector",
                "other.example",
                "matching",
                "transient",
                "policy_uri",
                redirect.resolve("/privacy").toString(),
                "entitlements",
                new Object[] {Map.of("attribute", "family_name", "mandatory", true, "purpose", Map.of("de", "Anrede"))
                }));
    }
}
