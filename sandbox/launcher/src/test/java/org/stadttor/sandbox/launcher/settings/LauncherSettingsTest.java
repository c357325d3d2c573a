// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.sandbox.launcher.folder.StartRefusedException;
import org.stadttor.sandbox.launcher.folder.StartRefusedException.Reason;

class LauncherSettingsTest {
    @Test
    void needs_no_setting() {
        LauncherSettings settings = LauncherSettings.of(List.of(), Map.of());
        assertThat(settings.issuer()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.folder()).isEqualTo(Path.of(".sandbox"));
        assertThat(settings.config()).isEqualTo(Path.of(".sandbox/config"));
    }

    @Test
    void prefers_the_command_line_to_the_environment() {
        LauncherSettings settings = LauncherSettings.of(
                List.of("--stadttor.sandbox.issuer=https://login.example"),
                Map.of("STADTTOR_SANDBOX_ISSUER", "https://other.example", "STADTTOR_SANDBOX_IDP_PORT", "9000"));
        assertThat(settings.issuer()).isEqualTo(URI.create("https://login.example"));
        assertThat(settings.idpPort()).isEqualTo(9000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--stadttor.sandbox.isuer=https://login.example",
                "--stadttor.sandbox.idp-port=eighty",
                "--stadttor.sandbox.idp-port=65536",
                "--stadttor.sandbox.issuer=http://login.example",
                "--stadttor.sandbox.issuer=https://login.example/",
                "--stadttor.sandbox.issuer=not an address",
                "--server.port=80",
                "start",
            })
    void rejects_what_it_does_not_know(String argument) {
        StartRefusedException refused = catchThrowableOfType(
                StartRefusedException.class, () -> LauncherSettings.of(List.of(argument), Map.of()));
        assertThat(refused.reason()).isEqualTo(Reason.SETTING_INVALID);
    }
}
