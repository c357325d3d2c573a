// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Texts that occur nowhere else, and the forms in which they could hide: plain, base64 at each alignment, hex. */
final class Marks {
    private record Form(String name, byte[] bytes) {}

    private final List<Form> forms = new ArrayList<>();

    void add(String mark) {
        byte[] plain = mark.getBytes(StandardCharsets.UTF_8);
        forms.add(new Form("plain", plain));
        forms.add(new Form("plain in lower case", mark.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        forms.add(new Form("hex", ascii(HexFormat.of().formatHex(plain))));
        forms.add(new Form("HEX", ascii(HexFormat.of().withUpperCase().formatHex(plain))));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + plain.length];
            System.arraycopy(plain, 0, shifted, offset, plain.length);
            String encoded = Base64.getEncoder().encodeToString(shifted);
            // The characters that also depend on what stands before or after are left out.
            int begin = (offset * 8 + 5) / 6;
            int end = (offset + plain.length) * 8 / 6;
            String core = encoded.substring(begin, end);
            forms.add(new Form("base64 at " + offset, ascii(core)));
            forms.add(new Form(
                    "base64url at " + offset, ascii(core.replace('+', '-').replace('/', '_'))));
        }
    }

    /** In which forms marks occur in the data. */
    List<String> in(byte[] data) {
        List<String> found = new ArrayList<>();
        for (Form form : forms) {
            if (contains(data, form.bytes())) {
                found.add(form.name());
            }
        }
        return found;
    }

    private static boolean contains(byte[] data, byte[] wanted) {
        byte first = wanted[0];
        int last = data.length - wanted.length;
        for (int i = 0; i <= last; i++) {
            if (data[i] == first && matches(data, i, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] data, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
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
