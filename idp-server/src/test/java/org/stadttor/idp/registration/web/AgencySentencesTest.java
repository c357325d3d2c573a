// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.stadttor.idp.domainproof.DomainRefusedException;
import org.stadttor.idp.login.RefusalGroup;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitRefusedException;
import org.stadttor.idp.registration.DossierHint;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.idp.registration.RegistrationState;
import org.stadttor.idp.registration.VersionState;
import org.stadttor.idp.relyingparty.InvalidAddressException;
import org.stadttor.idp.relyingparty.InvalidKeyException;

/** Every refusal, error and hint has a sentence in both languages. */
class AgencySentencesTest {

    private static final Pattern FIELD_CODE =
            Pattern.compile("(?:error\\([^;]*?|FieldError\\([^;]*?)\"([a-z]+(?:_[a-z]+)*)\"\\)");

    @ParameterizedTest
    @ValueSource(strings = {"agency", "agency_en"})
    void has_a_sentence_for_everything(String bundle) throws IOException {
        assertThat(texts(bundle).stringPropertyNames())
                .containsAll(keys("field.error.", InvalidAddressException.Reason.values()))
                .containsAll(keys("field.error.", InvalidKeyException.Reason.values()))
                .containsAll(keys("registration.refused.", RegistrationRefusedException.Reason.values()))
                .containsAll(keys("unit.refused.", UnitRefusedException.Reason.values()))
                .containsAll(keys("domain.refused.", DomainRefusedException.Reason.values()))
                .containsAll(keys("dossier.hint.", DossierHint.Code.values()))
                .containsAll(keys("agency.state.", RegistrationState.values()))
                .containsAll(keys("agency.version.", VersionState.values()))
                .containsAll(keys("unit.kind.", UnitKind.values()))
                .containsAll(keys("support.advice.", RefusalGroup.values()))
                .containsAll(Stream.of(NextStep.values())
                        .flatMap(step -> Stream.of("short", "title", "text")
                                .map(text -> "agency.next." + step.code() + "." + text))
                        .toList())
                .containsAll(fieldCodes());
    }

    @Test
    void says_the_same_things_in_both_languages() throws IOException {
        assertThat(texts("agency").stringPropertyNames())
                .isEqualTo(texts("agency_en").stringPropertyNames());
    }

    /** The codes that rules of forms use, wherever they are in the source. */
    private static Set<String> fieldCodes() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String room : List.of("organisation", "registration", "registration/web")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/org/stadttor/idp", room))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    FIELD_CODE.matcher(Files.readString(file)).results().forEach(code -> codes.add(code.group(1)));
                }
            }
        }
        assertThat(codes).contains("missing", "too_long", "keys_both_ways", "upload_too_large");
        return new TreeSet<>(codes.stream().map(code -> "field.error." + code).toList());
    }

    private static List<String> keys(String prefix, Enum<?>... values) {
        return Stream.of(values)
                .map(value -> prefix + value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        // The reasons of the life cycle have their texts in a file of their own, for pages and programs alike.
        for (String name : List.of(bundle, bundle.replace("agency", "registration"))) {
            try (Reader reader = new InputStreamReader(
                    new ClassPathResource("messages/" + name + ".properties").getInputStream(),
                    StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        }
        return texts;
    }
}
