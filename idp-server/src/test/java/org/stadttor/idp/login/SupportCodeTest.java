// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.wallet.presentation.PresentationId;

class SupportCodeTest {

    private static final PresentationId ID =
            new PresentationId(UUID.fromString("0123abcd-efab-4567-89ab-cdef01234567"));

    @Test
    void is_short_and_readable() {
        assertThat(SupportCode.of(ID).value())
                .isEqualTo("04HT-QKFF")
                .matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    }

    @Test
    void leads_back_to_the_audit_trail() {
        for (int i = 0; i < 1000; i++) {
            PresentationId id = new PresentationId(UUID.randomUUID());
            assertThat(id.toString()).startsWith(SupportCode.of(id).idPrefix());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"04HT-QKFF", "04htqkff", " o4ht qkff", "O4HT-QKFF"})
    void forgives_how_it_is_typed(String typed) {
        assertThat(SupportCode.parse(typed)).isEqualTo(SupportCode.of(ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "04HT", "04HT-QKFU", "04HT-QKFFF", "<b>"})
    void rejects_what_is_none(String typed) {
        assertThatThrownBy(() -> SupportCode.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
