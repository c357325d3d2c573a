// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stadttor.staff.testing.TestStaff;
import tools.jackson.databind.json.JsonMapper;

/** Staff sign in through an OpenID Provider made of a library by others: linked first, then known. */
class ThirdPartyProviderTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CLIENT = "stadttor staff";
    private static final String SECRET = "a s&cret of this test";

    @Test
    void links_and_signs_in() {
        int port = Installation.freePort();
        try (NodeProgram provider = NodeProgram.start("provider.mjs")) {
            provider.write(JSON.writeValueAsString(Map.of(
                    "clientId", CLIENT,
                    "clientSecret", SECRET,
                    "redirectUri", "http://localhost:" + port + "/staff/openid/callback")));
            String issuer = JSON.readTree(provider.read()).path("issuer").asString("");
            try (TestStaff staff = TestStaff.start(
                            TestStaff.Place.create(),
                            "--test.staff.port=" + port,
                            "--test.staff.openid-provider.issuer=" + issuer,
                            "--test.staff.openid-provider.client-id=" + CLIENT,
                            "--test.staff.openid-provider.client-secret=" + SECRET,
                            "--test.staff.openid-provider.name=Stadt-Konto");
                    SimpleBrowser known = new SimpleBrowser();
                    SimpleBrowser later = new SimpleBrowser()) {
                staff.clock().advance(Duration.between(staff.clock().instant(), Instant.now()));
                URI start = staff.uri("/staff/openid/start");
                assertThat(later.open(start).text("openid-error")).isNotEmpty();

                known.press(known.open(staff.uri("/staff/sign-in")), "sign-in-stella");
                Page link = known.press(known.open(staff.uri("/staff/openid")), "openid-link");
                assertThat(known.open(link.link("openid-continue")).has("openid-go-on"))
                        .isTrue();
                assertThat(known.open(staff.uri("/staff/openid")).has("openid-linked"))
                        .isTrue();

                Page done = later.open(start);
                assertThat(later.open(done.link("openid-go-on")).text("signed-in-as"))
                        .contains("Stella Stab");
            }
        }
    }
}
