// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadttor.sandbox.pidprovider.CredentialFlaw;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.pidprovider.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A wallet made of libraries by others presents a PID. */
class ThirdPartyWalletTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final World world = World.get();

    @ParameterizedTest
    @CsvSource({"GET, erika", "POST, erika", "GET, konstantina", "POST, konstantina"})
    void logs_in(String method, String id) throws IOException, JOSEException {
        Person person = People.find(id).orElseThrow();
        ECKey holder = new ECKeyGenerator(Curve.P_256).generate();
        String credential = world.ecosystem.pidProviders().issue(person, holder.toPublicJWK(), CredentialFlaw.NONE);
        try (PortalLogin login = PortalLogin.begin(world);
                NodeProgram wallet = NodeProgram.start("wallet.mjs")) {
            wallet.write(JSON.writeValueAsString(Map.of(
                    "engagement", engagement(login.sameDeviceLink(), method),
                    "credential", credential,
                    "holderKey", holder.toJSONObject(),
                    "accessCa", Files.readString(world.pki.accessAuthority()))));
            wallet.finishInput();
            JsonNode answer = JSON.readTree(wallet.read());
            assertThat(answer.path("method").asString("")).isEqualTo(method);
            assertThat(answer.path("status").asInt())
                    .as(answer + world.refusal())
                    .isEqualTo(200);

            Page permit =
                    login.browser.open(URI.create(answer.path("redirectUri").asString("")));
            assertThat(permit.address().getPath()).isEqualTo("/portal/permit");
            assertThat(permit.text("claim-family_name")).isEqualTo(person.claim("family_name"));
        }
    }

    /** The same request, for a wallet of the custom scheme, with the method that is to be tried. */
    private static String engagement(URI link, String method) {
        String query = link.getRawQuery().replaceAll("&?request_uri_method=[a-z]+", "");
        return "openid4vp://?" + query + (method.equals("POST") ? "&request_uri_method=post" : "");
    }
}
