// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.staff.apikey.ApiKeyRefusedException;
import org.stadttor.staff.oidc.OpenIdRefusedException;
import org.stadttor.staff.people.PersonRefusedException;

/** Every sentence in both languages, and one for every refusal. */
class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"staff", "staff-people"})
    void every_text_is_there_in_both_languages(String bundle) throws IOException {
        assertThat(keys(bundle + "_en")).isEqualTo(keys(bundle));
    }

    @Test
    void every_refusal_has_a_sentence() throws IOException {
        assertThat(keys("staff-people"))
                .containsAll(Arrays.stream(PersonRefusedException.Reason.values())
                        .map(reason -> "staff.people.error." + reason.code())
                        .toList())
                .containsAll(Arrays.stream(ApiKeyRefusedException.Reason.values())
                        .map(reason -> "staff.keys.error." + reason.code())
                        .toList())
                .containsAll(Arrays.stream(OpenIdRefusedException.Reason.values())
                        .map(reason -> "staff.openid.error." + reason.code())
                        .toList())
                .containsAll(Arrays.stream(ConfirmationRefusedException.Reason.values())
                        .map(reason -> "staff.people.error." + reason.code())
                        .toList());
    }

    private static Set<String> keys(String bundle) throws IOException {
        Properties properties = new Properties();
        try (InputStream file =
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream("/messages/" + bundle + ".properties"))) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return properties.keySet().stream().map(Object::toString).collect(Collectors.toSet());
    }
}
