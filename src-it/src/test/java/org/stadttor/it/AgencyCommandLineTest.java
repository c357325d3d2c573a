// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadttor.sandbox.launcher.assembly.Part;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.wallet.Misbehaviour;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.apikey.CreateApiKey;

/** The command-line client of the docs: from nothing to a first login. */
class AgencyCommandLineTest {

    private static final Path PROGRAM = Path.of("../docs/agency/stadttor.mjs").toAbsolutePath();

    private static final Map<Part, String> KEYS = new ConcurrentHashMap<>();

    private final World world = World.get();

    @TempDir
    Path folder;

    @Test
    void gets_from_nothing_to_a_first_login_within_a_minute() throws Exception {
        Requirement.NODE.require(Requirement.program("node").isPresent());
        Instant begin = Instant.now();
        run(
                "init",
                "--client-id",
                "command-line",
                "--unit",
                "/de/by/musterstadt/",
                "--name",
                "Hundesteuer",
                "--port",
                freePort());
        assertThat(run("apply", "--dry-run")).contains("Would be created: command-line");
        assertThat(run("apply")).contains("It is live");
        assertThat(run("apply")).contains("Is unchanged");
        assertThat(run("status")).contains("live, version 1 is live");

        Process login = start("login");
        try (SimpleBrowser browser = new SimpleBrowser();
                BufferedReader output = login.inputReader()) {
            String line = output.readLine();
            assertThat(line).contains("Open in a browser: ");
            Page page = browser.open(URI.create(line.substring(line.indexOf("http"))));
            URI back = world.ecosystem
                    .wallet()
                    .present(page.link("wallet-sandbox").toString(), People.ERIKA, Misbehaviour.NONE)
                    .redirectUri()
                    .orElseThrow();
            browser.open(back);
            assertThat(output.lines().toList())
                    .anyMatch(text -> text.contains("The login worked"))
                    .anyMatch(text -> text.contains("\"family_name\": \"MUSTERMANN\""));
            assertThat(login.waitFor()).isZero();
        } finally {
            login.destroyForcibly();
        }
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(60));
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", PROGRAM.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Part node = world.nodes.getFirst();
        builder.environment().put("STADTTOR_API", node.staffAddress().toString());
        builder.environment().put("STADTTOR_ISSUER", world.issuer().toString());
        builder.environment().put("STADTTOR_KEY", apiKey(node));
        return builder.start();
    }

    /** As olga, the owner, makes it on the page of her keys. */
    private static String apiKey(Part node) {
        SandboxPerson olga = node.bean(StaffProcess.class).sandboxPeople().stream()
                .filter(person -> person.key().equals("olga"))
                .findFirst()
                .orElseThrow();
        Set<Grant> grants = olga.grants();
        return KEYS.computeIfAbsent(
                node,
                any -> node.bean(CreateApiKey.class)
                        .create(
                                new StaffMember(olga.id(), olga.name(), grants, SignIn.SANDBOX),
                                "command line",
                                grants,
                                1)
                        .secret()
                        .text());
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
