// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.relyingparty.AttributeEntitlement;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.wallet.pid.PidAttribute;

/** Samples carry the live settings, and nothing of an agency can become code in them. */
class WriteSampleTest {

    private static RelyingParty service(String redirectUri, String kid) {
        return new RelyingParty(
                new ClientId("dienst"),
                Map.of("de", "Dienst"),
                List.of(URI.create(redirectUri)),
                new RelyingParty.Keys.Inline(
                        new JWKSet(TestRelyingParty.newKey(kid).toPublicJWK())),
                "dienst.example",
                RelyingParty.Matching.TRANSIENT,
                List.of(new AttributeEntitlement(PidAttribute.ADDRESS, Map.of("de", "Post"), true)),
                URI.create("https://dienst.example/privacy"));
    }

    private static String written(Sample sample, RelyingParty service) {
        return new WriteSample(new Issuer(URI.create("https://login.example"))).write(sample, service);
    }

    @ParameterizedTest
    @EnumSource
    void leaves_no_place_empty(Sample sample) {
        String text = written(sample, service("https://dienst.example/cb", "k-1"));
        assertThat(text)
                .contains("https://login.example")
                .contains("dienst")
                .doesNotContainPattern("\\$\\{(issuer|client_id|redirect_|kid|scope)");
        assertThat(text).contains("address").doesNotContain("profile");
    }

    @ParameterizedTest
    @EnumSource
    void rejects_values_that_could_become_code(Sample sample) {
        String text = written(sample, service("https://dienst.example/cb?a='$(rm)'", "k\"-1`"));
        assertThat(text).doesNotContain("$(rm)").doesNotContain("k\"-1`");
    }
}
