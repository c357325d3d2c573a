// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.testing.SharedMaterial;
import org.stadttor.wallet.fixture.TestJws;
import org.stadttor.wallet.statuslist.InvalidStatusListException.Reason;
import tools.jackson.databind.JsonNode;

class StatusListTest {

    private static StatusList list(int bits, String hex) {
        return StatusList.inflate(bits, TestStatusToken.zlib(HexFormat.of().parseHex(hex)));
    }

    private static List<Integer> statuses(StatusList list) {
        return IntStream.range(0, (int) list.size()).mapToObj(list::at).toList();
    }

    private static Reason refusal(int bits, byte[] compressed) {
        return catchThrowableOfType(InvalidStatusListException.class, () -> StatusList.inflate(bits, compressed))
                .reason();
    }

    @Test
    void reads_the_one_bit_example_of_the_draft() {
        StatusList list = StatusList.inflate(1, HexFormat.of().parseHex("78dadbb918000217015d"));
        assertThat(statuses(list)).containsExactly(1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1);
    }

    @Test
    void reads_the_two_bit_example_of_the_draft() {
        StatusList list = StatusList.inflate(2, HexFormat.of().parseHex("78da3be9f2130003df0207"));
        assertThat(statuses(list)).containsExactly(1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3);
    }

    @Test
    void reads_four_and_eight_bits_with_the_low_ones_first() {
        assertThat(statuses(list(4, "21f3"))).containsExactly(1, 2, 3, 15);
        assertThat(statuses(list(8, "00ff0180"))).containsExactly(0, 255, 1, 128);
    }

    @Test
    void msb_first_decoder_must_fail_vector() {
        byte[] bytes = HexFormat.of().parseHex("b9a3");
        List<Integer> msbFirst = IntStream.range(0, 16)
                .mapToObj(i -> (bytes[i / 8] & 0xff) >> (7 - i % 8) & 1)
                .toList();
        assertThat(statuses(list(1, "b9a3"))).isNotEqualTo(msbFirst);
    }

    @Test
    void reads_the_published_vectors() {
        JsonNode examples = TestJws.json(SharedMaterial.text("standards/vectors/status-list/tsl-tokens.json"));
        for (String name : List.of("bits1", "bits2")) {
            JsonNode example = examples.get(name);
            StatusList list = StatusList.inflate(
                    name.charAt(4) - '0',
                    HexFormat.of().parseHex(example.get("lst_hex").stringValue()));
            assertThat(statuses(list))
                    .isEqualTo(example.get("statuses")
                            .valueStream()
                            .map(JsonNode::intValue)
                            .toList());
        }
    }

    @Test
    void reads_the_large_published_vectors() {
        JsonNode vectors = TestJws.json(SharedMaterial.text("standards/vectors/status-list/spec_test_vectors.json"));
        assertThat(vectors).hasSize(4);
        for (JsonNode vector : vectors) {
            byte[] compressed = Base64.getUrlDecoder().decode(vector.get("lst").stringValue());
            StatusList list = StatusList.inflate(vector.get("bits").intValue(), compressed);
            JsonNode expected = vector.get("statuses");
            assertThat(list.size()).isEqualTo(1 << 20);
            long others = IntStream.range(0, (int) list.size())
                    .filter(i -> list.at(i) != expected.path("" + i).intValue(0))
                    .count();
            assertThat(others).as(vector.get("name").stringValue()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, 5, 6, 7, 9, 16})
    void rejects_bits_3_and_others(int bits) {
        assertThat(refusal(bits, TestStatusToken.zlib(new byte[8]))).isEqualTo(Reason.BITS_INVALID);
    }

    @Test
    void rejects_idx_equal_to_length() {
        StatusList list = list(1, "b9a3");
        assertThat(list.size()).isEqualTo(16);
        assertThat(list.at(15)).isEqualTo(1);
        for (long index : new long[] {16, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32}) {
            assertThat(catchThrowableOfType(InvalidStatusListException.class, () -> list.at(index))
                            .reason())
                    .isEqualTo(Reason.INDEX_OUT_OF_RANGE);
        }
    }

    @Test
    void rejects_idx_in_an_empty_list() {
        StatusList list = list(1, "");
        assertThat(list.size()).isZero();
        assertThat(catchThrowableOfType(InvalidStatusListException.class, () -> list.at(0))
                        .reason())
                .isEqualTo(Reason.INDEX_OUT_OF_RANGE);
    }

    @Test
    void a_reference_has_no_negative_index_and_does_not_show_it() {
        URI uri = URI.create("https://status.example/1");
        assertThatIllegalArgumentException().isThrownBy(() -> new StatusReference(uri, -1));
        assertThat(new StatusReference(uri, 0).index()).isZero();
        assertThat(new StatusReference(uri, 4711)).hasToString("StatusReference[https://status.example/1]");
    }

    @Test
    void rejects_raw_deflate() {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[100]);
        deflater.finish();
        byte[] out = new byte[100];
        assertThat(refusal(1, Arrays.copyOf(out, deflater.deflate(out)))).isEqualTo(Reason.LIST_MALFORMED);
    }

    @Test
    void rejects_gzip() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(new byte[100]);
        }
        assertThat(refusal(1, bytes.toByteArray())).isEqualTo(Reason.LIST_MALFORMED);
    }

    @Test
    void rejects_trailing_garbage() {
        byte[] whole = TestStatusToken.zlib(new byte[100]);
        assertThat(refusal(1, Arrays.copyOf(whole, whole.length + 1))).isEqualTo(Reason.LIST_MALFORMED);
    }

    @Test
    void rejects_a_list_cut_off() {
        byte[] whole = TestStatusToken.zlib(new byte[100]);
        assertThat(refusal(1, Arrays.copyOf(whole, whole.length - 1))).isEqualTo(Reason.LIST_MALFORMED);
        assertThat(refusal(1, new byte[0])).isEqualTo(Reason.LIST_MALFORMED);
    }

    @Test
    void rejects_a_wrong_checksum() {
        byte[] whole = TestStatusToken.zlib(new byte[100]);
        whole[whole.length - 1] ^= 1;
        assertThat(refusal(1, whole)).isEqualTo(Reason.LIST_MALFORMED);
    }

    @Test
    void rejects_a_preset_dictionary() {
        Deflater deflater = new Deflater();
        deflater.setDictionary(new byte[] {1, 2, 3});
        deflater.setInput(new byte[100]);
        deflater.finish();
        byte[] out = new byte[100];
        assertThat(refusal(1, Arrays.copyOf(out, deflater.deflate(out)))).isEqualTo(Reason.LIST_MALFORMED);
    }

    @Test
    void accepts_the_largest_list_and_rejects_one_byte_more() {
        StatusList largest = StatusList.inflate(1, TestStatusToken.zlib(new byte[StatusList.MAX_BYTES]));
        assertThat(largest.size()).isEqualTo(8L * StatusList.MAX_BYTES);
        assertThat(largest.at(largest.size() - 1)).isZero();
        assertThat(refusal(1, TestStatusToken.zlib(new byte[StatusList.MAX_BYTES + 1])))
                .isEqualTo(Reason.LIST_TOO_LARGE);
    }

    @Test
    void rejects_10_gb_inflate() {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[1 << 20]);
        byte[] block = new byte[10_000];
        int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(new byte[] {0x78, (byte) 0xda});
        for (int i = 0; i < 10 * 1024; i++) {
            bomb.write(block, 0, length);
        }
        assertThat(refusal(1, bomb.toByteArray())).isEqualTo(Reason.LIST_TOO_LARGE);
    }

    @FuzzTest
    void any_bytes_are_a_list_or_are_refused(byte[] input) {
        try {
            StatusList list = StatusList.inflate(2, input);
            assertThat(list.size()).isBetween(0L, 4L * StatusList.MAX_BYTES);
        } catch (InvalidStatusListException e) {
            assertThat(e.reason()).isIn(Reason.LIST_MALFORMED, Reason.LIST_TOO_LARGE);
        }
    }
}
