// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.statuslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.util.HexFormat;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** The small vectors of the Token Status List draft, section 4.1. */
class StatusListTest {

    @Test
    void writes_the_published_list_of_one_bit() throws Exception {
        assertThat(bytes(list(1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1)))
                .isEqualTo("b9a3");
    }

    @Test
    void writes_the_published_list_of_two_bits() throws Exception {
        assertThat(bytes(list(2, 1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3))).isEqualTo("c944f9");
    }

    @Test
    void compresses_as_published() {
        assertThat(list(1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1).claim())
                .containsEntry("bits", 1)
                .containsEntry("lst", "eNrbuRgAAhcBXQ");
    }

    @Test
    void rejects_other_widths() {
        assertThatThrownBy(() -> new StatusList(3, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    private static StatusList list(int bits, int... values) {
        StatusList list = new StatusList(bits, values.length);
        for (int i = 0; i < values.length; i++) {
            list.set(i, values[i]);
        }
        return list;
    }

    private static String bytes(StatusList list) throws Exception {
        byte[] zlib = new Base64URL(list.compressed()).decode();
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(zlib))) {
            return HexFormat.of().formatHex(in.readAllBytes());
        }
    }
}
