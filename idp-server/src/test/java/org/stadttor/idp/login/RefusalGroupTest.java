// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.idp.citizen.CitizenNotIdentifiableException;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.openid4vp.OpenId4VpException;
import org.stadttor.wallet.openid4vp.WalletError;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.presentation.Flow;

class RefusalGroupTest {

    private static final List<String> BUNDLES = List.of("messages/idp.properties", "messages/idp_en.properties");

    static Stream<String> everyCode() {
        return Stream.of(
                        Arrays.stream(CredentialRejectedException.Reason.values())
                                .map(CredentialRejectedException.Reason::code),
                        Arrays.stream(OpenId4VpException.Reason.values()).map(OpenId4VpException.Reason::code),
                        Arrays.stream(WalletError.values()).map(WalletError::code),
                        Arrays.stream(CitizenNotIdentifiableException.Reason.values())
                                .map(CitizenNotIdentifiableException.Reason::code))
                .flatMap(codes -> codes);
    }

    @ParameterizedTest
    @MethodSource("everyCode")
    void knows_every_reason_code(String code) {
        assertThat(RefusalGroup.of(code)).isNotEqualTo(RefusalGroup.OTHER);
    }

    @Test
    void has_a_group_for_codes_of_later_releases() {
        assertThat(RefusalGroup.of("something_new")).isEqualTo(RefusalGroup.OTHER);
    }

    @ParameterizedTest
    @EnumSource(RefusalGroup.class)
    void has_sentences_in_both_languages(RefusalGroup group) throws Exception {
        for (String bundle : BUNDLES) {
            Properties texts = texts(bundle);
            assertThat(texts.getProperty("idp.refusal." + group.key() + ".title"))
                    .as(bundle)
                    .isNotBlank();
            assertThat(texts.getProperty("idp.refusal." + group.key() + ".text"))
                    .as(bundle)
                    .isNotBlank()
                    .endsWith(".");
        }
    }

    @ParameterizedTest
    @EnumSource(PidAttribute.class)
    void names_every_attribute_in_both_languages(PidAttribute attribute) throws Exception {
        for (String bundle : BUNDLES) {
            assertThat(texts(bundle).getProperty("idp.attribute." + attribute.claim()))
                    .as(bundle)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void has_a_sentence_for_every_state_of_a_waiting_page(Flow flow) throws Exception {
        for (String bundle : BUNDLES) {
            for (String status : List.of("waiting", "opened", "answered")) {
                assertThat(texts(bundle)
                                .getProperty(
                                        "idp.status." + flow.name().toLowerCase(java.util.Locale.ROOT) + "." + status))
                        .as(bundle)
                        .isNotBlank();
            }
        }
    }

    @Test
    void bundles_have_the_same_texts() throws Exception {
        assertThat(texts(BUNDLES.get(1)).stringPropertyNames())
                .isEqualTo(texts(BUNDLES.get(0)).stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/idp.properties", "messages/idp_en.properties"})
    void no_text_is_broken_by_an_apostrophe(String bundle) throws Exception {
        // In texts with parameters a lone apostrophe starts a quotation.
        texts(bundle)
                .forEach((key, text) ->
                        assertThat(text.toString()).as(key.toString()).doesNotContain("'"));
    }

    private static Properties texts(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                RefusalGroupTest.class.getClassLoader().getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
