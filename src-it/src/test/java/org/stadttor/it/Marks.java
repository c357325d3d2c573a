// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Texts that occur nowhere else, and the forms in which they could hide: plain, base64 at each alignment, hex. */
final class Marks {
    private record Form(String name, byte[] bytes) {}

    /** By their first four bytes; the bits say quickly that there is none. */
    private final Map<Integer, List<Form>> forms = new HashMap<>();

    private final BitSet beginnings = new BitSet(1 << 24);

    void add(String mark) {
        byte[] plain = mark.getBytes(StandardCharsets.UTF_8);
        add(new Form("plain", plain));
        add(new Form("plain in lower case", mark.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        add(new Form("hex", ascii(HexFormat.of().formatHex(plain))));
        add(new Form("HEX", ascii(HexFormat.of().withUpperCase().formatHex(plain))));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + plain.length];
            System.arraycopy(plain, 0, shifted, offset, plain.length);
            String encoded = Base64.getEncoder().encodeToString(shifted);
            // The characters that also depend on what stands before or after are left out.
            int begin = (offset * 8 + 5) / 6;
            int end = (offset + plain.length) * 8 / 6;
            String core = encoded.substring(begin, end);
            add(new Form("base64 at " + offset, ascii(core)));
            add(new Form("base64url at " + offset, ascii(core.replace('+', '-').replace('/', '_'))));
        }
    }

    /** In which forms marks occur in the data. */
    List<String> in(byte[] data) {
        List<String> found = new ArrayList<>();
        int window = 0;
        for (int i = 0; i < data.length; i++) {
            window = (window << 8) | (data[i] & 0xff);
            if (i < 3 || !beginnings.get(slot(window))) {
                continue;
            }
            for (Form form : forms.getOrDefault(window, List.of())) {
                if (matches(data, i - 3, form.bytes())) {
                    found.add(form.name());
                }
            }
        }
        return found;
    }

    private void add(Form form) {
        byte[] bytes = form.bytes();
        int beginning = (bytes[0] << 24) | ((bytes[1] & 0xff) << 16) | ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        forms.computeIfAbsent(beginning, key -> new ArrayList<>()).add(form);
        beginnings.set(slot(beginning));
    }

    private static int slot(int beginning) {
        return (beginning * 0x9E3779B1) >>> 8;
    }

    private static boolean matches(byte[] data, int at, byte[] wanted) {
        if (at + wanted.length > data.length) {
            return false;
        }
        for (int i = 4; i < wanted.length; i++) {
            if (data[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
