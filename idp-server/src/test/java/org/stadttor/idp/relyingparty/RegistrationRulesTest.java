// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.relyingparty.InvalidRegistrationException.Reason;

class RegistrationRulesTest {

    private static final String KEYS = keys(TestRelyingParty.newKey("k").toPublicJWK());
    private static final String GOOD =
            TestRelyingParty.document("portal", KEYS, "transient", "https://portal.example/cb", "family_name");

    private final RegistrationRules rules = new RegistrationRules(false);

    @Test
    void accepts_a_good_document_and_writes_it_again() {
        RelyingParty relyingParty = rules.read(GOOD);
        assertThat(rules.write(rules.read(rules.write(relyingParty)))).isEqualTo(rules.write(relyingParty));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"client_id\":\"portal\"|\"client_id\":\"p\"|CLIENT_ID_INVALID",
                "\"client_id\":\"portal\"|\"client_id\":7|DOCUMENT_MALFORMED",
                "\"client_id\":\"portal\"|\"client_id\":\"portal\",\"client_id\":\"portal\"|DOCUMENT_MALFORMED",
                "\"client_id\":\"portal\"|\"client_id\":\"portal\",\"client_secret\":\"x\"|MEMBER_UNKNOWN",
                "\"de\":\"Musterstadt\",|''|NAME_INVALID",
                "\"matching\":\"transient\"|\"matching\":\"hash\"|MATCHING_INVALID",
                "\"matching\":\"transient\"|\"matching\":\"account\"|MATCHING_ATTRIBUTES_NOT_ENTITLED",
                "\"sector\":\"musterstadt.example\"|\"sector\":\"A B\"|SECTOR_INVALID",
                "\"attribute\":\"family_name\"|\"attribute\":\"sub\"|ENTITLEMENT_INVALID",
                "\"attribute\":\"family_name\"|\"attribute\":\"portrait\"|ENTITLEMENT_INVALID",
                "https://portal.example/privacy|javascript:alert(1)|POLICY_URI_INVALID",
            })
    void rejects(String good, String bad, Reason reason) {
        assertThat(GOOD).contains(good);
        assertReason(GOOD.replace(good, bad), reason);
    }

    @Nested
    class RedirectUri {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://portal.example/cb",
                    "http://localhost:8080/cb",
                    "https://portal.example/cb#fragment",
                    "https://user@portal.example/cb",
                    "https://portal.example@evil.example/cb",
                    "https://portal.example\\\\@evil.example/cb",
                    "https://*.portal.example/cb",
                    "https://portal.example/*",
                    "https://portal.example/a/../cb",
                    "https://portal.example/a/%2e%2e/cb",
                    "https://portal.example/a/./cb",
                    "https://portal.example//evil.example",
                    "https://portal.example/a%2fb",
                    "https://portal.example/%0d%0aSet-Cookie",
                    "https://portal.example/c b",
                    "https://pörtal.example/cb",
                    "https:///cb",
                    "https:portal.example/cb",
                    "//portal.example/cb",
                    "/cb",
                    "javascript:alert(1)",
                    "data:text/html,x",
                    "com.example.app:/cb",
                    "HTTPS://portal.example/cb",
                    "https://PORTAL.example/cb",
                    "",
                })
        void rejects(String uri) {
            assertReason(GOOD.replace("https://portal.example/cb", uri), Reason.REDIRECT_URI_INVALID);
        }

        @Test
        void accepts_loopback_over_http_in_the_sandbox_only_there() {
            String document = GOOD.replace("https://portal.example/cb", "http://127.0.0.1:8082/cb");
            assertThat(new RegistrationRules(true).read(document).redirectUris())
                    .hasSize(1);
            assertReason(document, Reason.REDIRECT_URI_INVALID);
        }

        @Test
        void compares_loopback_ports_too() {
            RelyingParty party = new RegistrationRules(true)
                    .read(GOOD.replace("https://portal.example/cb", "http://127.0.0.1:8082/cb"));
            assertThat(RedirectUris.contains(party.redirectUris(), "http://127.0.0.1:8082/cb"))
                    .isTrue();
            assertThat(RedirectUris.contains(party.redirectUris(), "http://127.0.0.1:8083/cb"))
                    .isFalse();
        }
    }

    @Nested
    class Keys {

        @Test
        void accepts_the_three_kinds() throws Exception {
            String ed25519 = "\"jwks\":{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"e\","
                    + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}";
            assertThat(rules.read(GOOD.replace(KEYS, ed25519))).isNotNull();
            String rsa = keys(new RSAKeyGenerator(3072).keyID("r").generate().toPublicJWK());
            assertThat(rules.read(GOOD.replace(KEYS, rsa))).isNotNull();
        }

        @Test
        void rejects_weak_private_foreign_and_nameless_keys() throws Exception {
            assertKeys(keys(new RSAKeyGenerator(2048).keyID("r").generate().toPublicJWK()));
            assertKeys(keys(TestRelyingParty.newKey("private")));
            assertKeys(
                    keys(new ECKeyGenerator(Curve.P_384).keyID("p").generate().toPublicJWK()));
            assertKeys(keys(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK()));
            assertKeys("\"jwks\":{\"keys\":[]}");
            assertKeys("\"jwks\":{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"o\"}]}");
            assertKeys(KEYS + ",\"jwks_uri\":\"https://portal.example/jwks\"");
        }

        private void assertKeys(String keys) {
            assertReason(GOOD.replace(KEYS, keys), Reason.KEYS_INVALID);
        }
    }

    private void assertReason(String document, Reason reason) {
        assertThatThrownBy(() -> rules.read(document))
                .isInstanceOfSatisfying(
                        InvalidRegistrationException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static String keys(JWK key) {
        return "\"jwks\":{\"keys\":[" + key.toJSONString() + "]}";
    }
}
