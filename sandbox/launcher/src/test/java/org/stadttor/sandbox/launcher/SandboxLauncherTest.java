// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadttor.sandbox.launcher.folder.SandboxFolder;

/** What a person reads who starts the sandbox and cannot. */
class SandboxLauncherTest {
    private record Ended(int code, String output) {}

    @TempDir
    private Path parent;

    @Test
    void says_which_port_is_in_use() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = launch("--stadttor.sandbox.ecosystem-port=" + taken.getLocalPort());
            assertThat(ended.output())
                    .isEqualTo("Port " + taken.getLocalPort() + " is in use, the portal and wallet cannot start: stop"
                            + " what listens there, or choose other ports (see docs/sandbox.md).");
            assertThat(ended.code()).isEqualTo(1);
        }
    }

    @Test
    void says_that_a_sandbox_is_running() throws Exception {
        try (SandboxFolder _ = SandboxFolder.open(folder())) {
            Ended ended = launch();
            assertThat(ended.output())
                    .startsWith("A sandbox is already running on the folder " + folder() + " (process "
                            + ProcessHandle.current().pid() + "): stop it");
            assertThat(ended.code()).isEqualTo(1);
        }
    }

    @Test
    void says_that_a_setting_is_unknown() throws Exception {
        Ended ended = launch("--stadttor.sandbox.isuer=https://login.example");
        assertThat(ended.output())
                .startsWith("The argument --stadttor.sandbox.isuer=https://login.example is not known");
        assertThat(ended.code()).isEqualTo(1);
    }

    private Path folder() {
        return parent.resolve("sandbox");
    }

    private Ended launch(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxLauncher.class.getName(),
                "--stadttor.sandbox.folder=" + folder()));
        for (String port : new String[] {"idp", "trust-list", "idp-staff", "trust-staff", "ecosystem", "control"}) {
            command.add("--stadttor.sandbox." + port + "-port=0");
        }
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output.strip());
    }
}
