// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void every_text_is_there_in_both_languages() throws Exception {
        assertThat(keys("messages/ui_en.properties").stringPropertyNames())
                .isEqualTo(keys("messages/ui.properties").stringPropertyNames());
    }

    private static Properties keys(String file) throws Exception {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                MessagesTest.class.getClassLoader().getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
