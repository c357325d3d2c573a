// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.relyingparty.ClientKeys;
import org.stadttor.idp.relyingparty.InvalidKeyException;
import org.stadttor.idp.relyingparty.InvalidKeyException.Reason;

class PastedKeysTest {

    private static final ECKey KEY = TestRelyingParty.newKey("k");

    private final PastedKeys pasted =
            new PastedKeys(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void reads_a_set_and_a_single_key_without_ornaments() {
        String one = KEY.toPublicJWK().toJSONString();
        assertThat(pasted.read(" {\"keys\":[" + one + "]}\n"))
                .isEqualTo(pasted.read(one))
                .hasSize(1);
        assertThat(pasted.read(one.replace("\"kid\"", "\"x5t\":\"AAAA\",\"kid\"")))
                .isEqualTo(pasted.read(one));
    }

    @Test
    void takes_the_end_from_the_key() {
        String ending = KEY.toPublicJWK().toJSONString().replace("\"kid\"", "\"exp\":1798761600,\"kid\"");
        assertThat(pasted.read(ending)).extracting(KeyDraft::expiresAt).containsExactly("2026-12-31");
    }

    @ParameterizedTest
    @CsvSource({"EC,256", "RSA,3072", "Ed25519,255"})
    void reads_pem_of_each_kind(String algorithm, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (!algorithm.equals("Ed25519")) {
            generator.initialize(size);
        }
        String pem = pem("PUBLIC KEY", generator.generateKeyPair().getPublic());
        assertThat(pasted.read(pem)).hasSize(1).allSatisfy(key -> {
            assertThat(ClientKeys.requireRegistrableKey(key.jwk()).getKeyID()).hasSize(43);
            assertThat(key.expiresAt()).isEmpty();
        });
    }

    @Test
    void refuses_what_must_not_be_registered() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        assertReason(
                Reason.KEY_TOO_SHORT, pem("PUBLIC KEY", rsa.generateKeyPair().getPublic()));
        assertReason(Reason.KEY_PRIVATE, pem("PRIVATE KEY", KEY.toECPrivateKey()));
        assertReason(Reason.KEY_PRIVATE, KEY.toJSONString());
        assertReason(Reason.KEY_MALFORMED, "");
        assertReason(Reason.KEY_MALFORMED, "ssh-ed25519 AAAA");
        assertReason(Reason.KEY_MALFORMED, "{\"keys\":7");
        assertReason(Reason.KEY_MALFORMED, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        assertReason(Reason.KEYS_NUMBER, "{\"keys\":[]}");
        String one = KEY.toPublicJWK().toJSONString();
        assertReason(Reason.KEY_ID_TWICE, "{\"keys\":[" + one + "," + one + "]}");
        assertReason(Reason.KEY_EXPIRED, one.replace("\"kid\"", "\"exp\":1600000000,\"kid\""));
        assertReason(Reason.KEY_OTHER_USE, one.replace("\"kid\"", "\"use\":\"enc\",\"kid\""));
        assertReason(Reason.KEY_ALGORITHM, one.replace("\"kid\"", "\"alg\":\"ES384\",\"kid\""));
    }

    private void assertReason(Reason reason, String text) {
        assertThatThrownBy(() -> pasted.read(text))
                .isInstanceOfSatisfying(
                        InvalidKeyException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static String pem(String label, Key key) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END " + label + "-----\n";
    }
}
