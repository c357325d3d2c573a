// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A search that finds nothing must be able to find. */
class MarksTest {
    private static final String MARK = "qLwEkRtYuIoPaSdFgHjK";

    private final Marks marks = new Marks();

    @BeforeEach
    void add() {
        marks.add(MARK);
        marks.add("anotherMarkOfTheSame");
    }

    @Test
    void finds_plain_and_hex() {
        assertThat(marks.in(bytes("{\"name\":\"" + MARK + "\"}"))).containsExactly("plain");
        assertThat(marks.in(bytes("x" + HexFormat.of().formatHex(bytes(MARK))))).containsExactly("hex");
    }

    @Test
    void finds_base64_at_each_alignment() {
        for (String before : new String[] {"", "a", "ab", "abc"}) {
            for (String after : new String[] {"", "a", "ab", "abc"}) {
                String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(before + MARK + after));
                assertThat(marks.in(bytes(encoded))).as("%s…%s", before, after).isNotEmpty();
            }
        }
    }

    @Test
    void finds_nothing_where_nothing_is() {
        assertThat(marks.in(bytes("qLwEkRtYuIoPaSdFgHj and other text"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
