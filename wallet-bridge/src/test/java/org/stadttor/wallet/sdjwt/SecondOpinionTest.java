// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stadttor.testing.SharedMaterial;
import org.stadttor.wallet.fixture.TestCertificate;
import org.stadttor.wallet.fixture.TestIssuer;
import org.stadttor.wallet.fixture.TestJws;
import org.stadttor.wallet.fixture.TestPid;
import org.stadttor.wallet.fixture.TestVerification;
import org.stadttor.wallet.fixture.TestWallet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Another implementation of RFC 9901 takes the same claims out of the same presentations. */
class SecondOpinionTest {

    static Stream<String> ours() {
        TestWallet wallet = TestWallet.create();
        TestIssuer issuer = TestIssuer.create();
        TestPid german = TestPid.german(wallet);
        TestPid european = TestPid.european(wallet);
        return Stream.of(
                wallet.present(german, issuer, TestVerification.BINDING, "address.locality", "nationalities.0")
                        .text(),
                wallet.present(german, issuer, TestVerification.BINDING).text(),
                wallet.present(german, issuer, TestVerification.BINDING, "address", "nationalities")
                        .text(),
                wallet.present(
                                european.issue(issuer),
                                european.disclosures(),
                                TestVerification.BINDING,
                                TestCertificate.NOW)
                        .text());
    }

    static Stream<String> published() {
        JsonNode file = TestJws.json(SharedMaterial.text("standards/vectors/sd-jwt/rfc9901-examples.json"));
        return file.get("examples")
                .valueStream()
                .filter(example -> example.path("issuer_sig_ok").asBoolean(false))
                .map(example -> example.get("sd_jwt").stringValue());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void agrees_about_presentations_of_the_fixtures(String presentation) {
        assertSameClaims(presentation);
    }

    @ParameterizedTest
    @MethodSource("published")
    void agrees_about_published_presentations(String presentation) {
        assertSameClaims(presentation);
    }

    @SuppressWarnings("unchecked")
    private static void assertSameClaims(String presentation) {
        SdJwt sdJwt = SdJwt.parse(presentation);
        ObjectNode ours = DisclosureResolver.resolve(sdJwt.issuerJwt().payload(), sdJwt.disclosures());

        SDJWT other = SDJWT.parse(presentation);
        Map<String, Object> payload =
                TestJws.JSON.convertValue(sdJwt.issuerJwt().payload(), Map.class);
        Map<String, Object> theirs = new SDObjectDecoder().decode(payload, other.getDisclosures());

        assertThat(TestJws.json(ours.toString())).isEqualTo(TestJws.json(TestJws.JSON.writeValueAsString(theirs)));
        assertThat(sdJwt.disclosures())
                .extracting(Disclosure::digest)
                .containsExactlyElementsOf(List.copyOf(other.getDisclosures()).stream()
                        .map(d -> d.digest())
                        .toList());
        assertThat(TestJws.base64Url(sdJwt.presentedHash())).isEqualTo(other.getSDHash());
    }
}
