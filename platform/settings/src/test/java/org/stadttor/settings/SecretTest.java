// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @Test
    void is_the_value_itself_or_what_a_file_holds(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), " from a file\n");

        assertThat(Secret.of("by value").text()).isEqualTo("by value");
        assertThat(Secret.of("file:" + file).text()).isEqualTo("from a file");
    }

    @Test
    void rejects_a_file_that_is_not_there(@TempDir Path folder) {
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.of("file:" + folder.resolve("missing")));
    }

    @Test
    void is_a_key_only_if_it_is_32_bytes() {
        byte[] key = new byte[32];
        key[0] = -1;

        assertThat(Secret.of(Base64.getEncoder().encodeToString(key)).key("stadttor.data-key"))
                .isEqualTo(key);
        assertThat(Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(key))
                        .key("stadttor.data-key"))
                .isEqualTo(key);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of(Base64.getEncoder().encodeToString(new byte[31]))
                        .key("stadttor.data-key"))
                .withMessage("stadttor.data-key must be 32 bytes in base64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of("not base64").key("stadttor.data-key"));
    }

    @Test
    void does_not_show_itself() {
        assertThat(Secret.of("hidden")).asString().doesNotContain("hidden");
    }
}
