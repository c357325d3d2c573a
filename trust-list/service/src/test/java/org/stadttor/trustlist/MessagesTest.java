// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.trustlist.certificate.LintFinding;

/** Everything the service can say has a sentence in both languages. */
class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"trustlist", "certificate", "overview"})
    void every_text_is_there_in_both_languages(String bundle) {
        assertThat(load(bundle + "_en").stringPropertyNames())
                .isEqualTo(load(bundle).stringPropertyNames());
    }

    @Test
    void every_finding_has_a_sentence() {
        assertThat(load("certificate").stringPropertyNames())
                .containsAll(Arrays.stream(LintFinding.Code.values())
                        .map(code -> "lint." + code.code())
                        .toList())
                .containsAll(Arrays.stream(LintFinding.Severity.values())
                        .map(severity -> "certificate.severity." + severity.code())
                        .toList());
    }

    /** An apostrophe would swallow what follows it where a text has arguments. */
    @ParameterizedTest
    @ValueSource(strings = {"trustlist", "trustlist_en", "certificate", "certificate_en", "overview", "overview_en"})
    void no_text_has_an_apostrophe(String bundle) {
        assertThat(load(bundle).values()).noneMatch(text -> text.toString().contains("'"));
    }

    private static Properties load(String bundle) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        MessagesTest.class.getClassLoader().getResourceAsStream("messages/" + bundle + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
