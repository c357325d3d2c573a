// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.wallet.credential.CredentialIssuer;
import org.stadttor.wallet.pid.PersonIdentification;
import org.stadttor.wallet.pid.PidAttribute;
import tools.jackson.databind.node.JsonNodeFactory;

class SealingTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SecureRandom random = new SecureRandom();
    private final PresentationId id = new PresentationId(UUID.randomUUID());
    private final PresentationId otherId = new PresentationId(UUID.randomUUID());
    private final BrowserBinding browser = BrowserBinding.create(random);

    private static final PersonIdentification PERSON = new PersonIdentification(
            Map.of(
                    PidAttribute.FAMILY_NAME,
                    JSON.stringNode("Mustermann"),
                    PidAttribute.ADDRESS,
                    JSON.objectNode().put("locality", "Köln"),
                    PidAttribute.NATIONALITIES,
                    JSON.arrayNode().add("DE")),
            new CredentialIssuer("Provider", "DE", "00ff", 42));

    private static SealedBytes tampered(SealedBytes sealed) {
        byte[] bytes = sealed.bytes();
        bytes[bytes.length - 1] ^= 1;
        return SealedBytes.of(bytes);
    }

    @Nested
    class Claims {

        private final SealedBytes sealed =
                ClaimsSealing.seal(id, ClaimsSealing.publicKey(BrowserKeys.derive(browser, id)), PERSON);

        @Test
        void opens_with_the_cookie() {
            assertThat(ClaimsSealing.open(id, BrowserKeys.derive(browser, id), sealed))
                    .isEqualTo(PERSON);
        }

        @Test
        void rejects_other_browser_other_presentation_and_change() {
            BrowserKeys other = BrowserKeys.derive(BrowserBinding.create(random), id);
            assertThatIllegalStateException().isThrownBy(() -> ClaimsSealing.open(id, other, sealed));
            BrowserKeys right = BrowserKeys.derive(browser, id);
            assertThatIllegalStateException().isThrownBy(() -> ClaimsSealing.open(otherId, right, sealed));
            assertThatIllegalStateException().isThrownBy(() -> ClaimsSealing.open(id, right, tampered(sealed)));
        }

        @Test
        void two_presentations_of_one_browser_have_nothing_in_common() {
            assertThat(BrowserKeys.proof(browser, id)).isNotEqualTo(BrowserKeys.proof(browser, otherId));
            assertThat(ClaimsSealing.publicKey(BrowserKeys.derive(browser, id)))
                    .isNotEqualTo(ClaimsSealing.publicKey(BrowserKeys.derive(browser, otherId)));
        }
    }

    @Nested
    class Secrets {

        private final byte[] dataKey = new byte[32];
        private final RequestSecretsSealing sealing = new RequestSecretsSealing(new DataKey(dataKey));
        private final RequestSecrets secrets = sealing.create();
        private final SealedBytes sealed = sealing.seal(id, secrets);

        @Test
        void opens_in_its_own_row() {
            RequestSecrets opened = sealing.open(id, sealed);
            assertThat(opened.nonce()).isEqualTo(secrets.nonce());
            assertThat(opened.state()).isEqualTo(secrets.state());
            assertThat(opened.responseHandle()).isEqualTo(secrets.responseHandle());
            assertThat(opened.responseKey().encoded())
                    .isEqualTo(secrets.responseKey().encoded());
        }

        @Test
        void rejects_other_row_other_key_and_change() {
            assertThatIllegalStateException().isThrownBy(() -> sealing.open(otherId, sealed));
            assertThatIllegalStateException().isThrownBy(() -> sealing.open(id, tampered(sealed)));
            byte[] other = {
                1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
            };
            RequestSecretsSealing foreign = new RequestSecretsSealing(new DataKey(other));
            assertThatIllegalStateException().isThrownBy(() -> foreign.open(id, sealed));
        }

        @Test
        void differs_each_time() {
            assertThat(sealing.seal(id, secrets)).isNotEqualTo(sealed);
        }

        @Test
        void rejects_data_key_of_wrong_length() {
            assertThatIllegalArgumentException().isThrownBy(() -> new DataKey(new byte[16]));
        }

        @Test
        void is_never_shown() {
            assertThat(secrets + " " + secrets.nonce() + " " + new DataKey(dataKey))
                    .doesNotContain(secrets.nonce().value());
        }
    }
}
