// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetsTest {

    @Test
    void vendored_files_are_what_the_manifest_says() throws Exception {
        List<String> manifest = text("kern/MANIFEST.sha256")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();

        assertThat(manifest).hasSizeGreaterThanOrEqualTo(5);
        for (String line : manifest) {
            String[] entry = line.split(" +", 2);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Assets.read(entry[1]));
            assertThat(HexFormat.of().formatHex(hash)).as(entry[1]).isEqualTo(entry[0]);
        }
        assertThat(Assets.FILES.stream().filter(file -> file.startsWith("kern/")))
                .allMatch(file -> manifest.stream().anyMatch(line -> line.endsWith(" " + file)));
    }

    @Test
    void vendored_files_keep_their_licences() {
        assertThat(text("kern/LICENSE.md")).contains("EUROPÄISCHE UNION PUBLIC LICENCE");
        assertThat(text("kern/fonts/OFL.txt"))
                .contains("SIL OPEN FONT LICENSE Version 1.1")
                .contains("The Mozilla Foundation and Telefonica S.A.");
    }

    @Test
    void nothing_is_loaded_from_elsewhere() {
        for (String file : List.of("kern/kern.min.css", "stadttor.css", "live.js", "passkey.js")) {
            assertThat(text(file).replace("http://www.w3.org/2000/svg", ""))
                    .as(file)
                    .doesNotContain("http://", "https://", "@import");
        }
    }

    @Test
    void refuses_unknown_files() {
        assertThatThrownBy(() -> new Assets().path("other.css")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(String file) {
        return new String(Assets.read(file), StandardCharsets.UTF_8);
    }
}
