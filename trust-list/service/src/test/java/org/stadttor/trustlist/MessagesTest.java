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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.staff.ConfirmationRefusedException;
import org.stadttor.trustlist.certificate.CertificateInputException;
import org.stadttor.trustlist.certificate.LintFinding;
import org.stadttor.trustlist.issuer.IssuerRefusedException;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.lote.StatusPolicy;

/** Everything the service can say has a sentence in both languages. */
class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"trustlist", "certificate", "curation", "overview"})
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

    @Test
    void every_refusal_has_a_sentence() {
        assertThat(load("curation").stringPropertyNames())
                .containsAll(Arrays.stream(IssuerRefusedException.Reason.values())
                        .map(reason -> "refusal." + reason.code())
                        .toList())
                .containsAll(Arrays.stream(ConfirmationRefusedException.Reason.values())
                        .map(reason -> "refusal." + reason.code())
                        .toList())
                .containsAll(Arrays.stream(CertificateInputException.Reason.values())
                        .map(reason -> "curation.problem.certificate." + reason.code())
                        .toList());
    }

    @Test
    void everything_that_is_proposed_has_a_name() {
        assertThat(load("curation").stringPropertyNames())
                .containsAll(Arrays.stream(ListPurpose.values())
                        .flatMap(purpose ->
                                Stream.of("purpose." + purpose.code(), "purpose." + purpose.code() + ".explained"))
                        .toList())
                .containsAll(Arrays.stream(Proposal.Kind.values())
                        .map(kind -> "curation.kind." + kind.code())
                        .toList())
                .containsAll(Arrays.stream(Proposal.Cause.values())
                        .flatMap(cause -> Stream.of("refusal." + cause.code(), "curation.state." + cause.code()))
                        .toList())
                .containsAll(Arrays.stream(StatusPolicy.values())
                        .map(policy -> "status-policy." + policy.name())
                        .toList());
    }

    /** An apostrophe would swallow what follows it where a text has arguments. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "trustlist",
                "trustlist_en",
                "certificate",
                "certificate_en",
                "curation",
                "curation_en",
                "overview",
                "overview_en"
            })
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
