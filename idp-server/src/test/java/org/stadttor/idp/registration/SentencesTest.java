// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.idp.domainproof.DomainRefusedException;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitRefusedException;
import org.stadttor.idp.relyingparty.InvalidAddressException;
import org.stadttor.idp.relyingparty.InvalidKeyException;

/** Every code that a person can meet has a sentence, in both languages. */
class SentencesTest {

    /** Codes of fields that are no member of an enum. */
    private static final List<String> FIELD_CODES = List.of(
            "missing",
            "too_long",
            "too_many",
            "twice",
            "forbidden_character",
            "language_unknown",
            "identifier_form",
            "email_form",
            "phone_form",
            "country_unknown",
            "page_form",
            "sector_form",
            "matching_unknown",
            "matching_attributes_missing",
            "attribute_unknown",
            "date_form",
            "keys_both_ways",
            "keys_all_expired",
            "key_expiry_too_far");

    @ParameterizedTest
    @ValueSource(strings = {"", "en"})
    void every_code_has_a_sentence(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "messages/registration",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        assertThat(bundle.getLocale().getLanguage()).isEqualTo(language);
        assertThat(bundle.keySet()).containsAll(keys().toList());
    }

    private static Stream<String> keys() {
        return Stream.of(
                        codes("field.error.", FIELD_CODES.stream()),
                        codes(
                                "field.error.",
                                Arrays.stream(InvalidAddressException.Reason.values())
                                        .map(r -> r.code())),
                        codes(
                                "field.error.",
                                Arrays.stream(InvalidKeyException.Reason.values())
                                        .map(r -> r.code())),
                        codes(
                                "registration.refused.",
                                Arrays.stream(RegistrationRefusedException.Reason.values())
                                        .map(r -> r.code())),
                        codes(
                                "unit.refused.",
                                Arrays.stream(UnitRefusedException.Reason.values())
                                        .map(r -> r.code())),
                        codes(
                                "domain.refused.",
                                Arrays.stream(DomainRefusedException.Reason.values())
                                        .map(r -> r.code())),
                        codes(
                                "dossier.hint.",
                                Arrays.stream(DossierHint.Code.values()).map(r -> r.code())),
                        codes(
                                "registration.state.",
                                Arrays.stream(RegistrationState.values()).map(r -> r.code())),
                        codes(
                                "version.state.",
                                Arrays.stream(VersionState.values()).map(r -> r.code())),
                        codes(
                                "registration.stage.",
                                Arrays.stream(Stage.values()).map(r -> r.code())),
                        codes("unit.kind.", Arrays.stream(UnitKind.values()).map(r -> r.code())))
                .flatMap(keys -> keys);
    }

    private static Stream<String> codes(String prefix, Stream<String> codes) {
        return codes.map(code -> prefix + code);
    }
}
