// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.DeclareService;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.sample.Sample;
import org.stadttor.idp.sample.WriteSample;
import org.stadttor.sandbox.keys.Pem;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.wallet.Misbehaviour;

/** The code samples that say they run in our tests do so here, as an agency gets them, for a service of its own. */
class CodeSamplesTest {

    /** What Spring Boot would configure because it happens to be on the class path of this module. */
    private static final Pattern NOT_OF_THE_SAMPLE = Pattern.compile(
            "jdbc|flyway|postgres|thymeleaf|session|actuator|authorization-server|resource-server|hikari|webauthn|zonky"
                    + "|testcontainers|selenium|stadttor|health|metrics|micrometer-registry|classes$");

    private final World world = World.get();

    @TempDir
    Path folder;

    private ECKey key;
    private int port;

    @Test
    void curl() throws Exception {
        Requirement.TOOLS.require(List.of("bash", "curl", "openssl", "jq").stream()
                .allMatch(tool -> Requirement.program(tool).isPresent()));
        String id = register("sample-curl");
        Files.writeString(folder.resolve("key.pem"), Pem.ofKey(key.toPrivateKey()));
        assertThat(loggedIn(start(write(Sample.CURL, id), folder, "bash"), true))
                .contains("\"family_name\": \"MUSTERMANN\"");
    }

    @Test
    void openid_client() throws Exception {
        String id = register("sample-openid-client");
        Path program = NodeProgram.folder().resolve("sample-openid-client.mjs");
        Files.writeString(program, text(Sample.OPENID_CLIENT, id));
        Files.writeString(folder.resolve("key.json"), key.toJSONString());
        assertThat(loggedIn(start(program, folder, "node"), false)).contains("\"family_name\":\"MUSTERMANN\"");
    }

    @Test
    void authlib() throws Exception {
        Requirement.AUTHLIB.require(new ProcessBuilder("/usr/bin/python3", "-c", "import authlib, requests")
                        .start()
                        .waitFor()
                == 0);
        String id = register("sample-authlib");
        Files.writeString(folder.resolve("key.json"), key.toJSONString());
        assertThat(loggedIn(start(write(Sample.AUTHLIB, id), folder, "/usr/bin/python3"), false))
                .contains("\"family_name\": \"MUSTERMANN\"");
    }

    @Test
    void spring_security() throws Exception {
        String id = register("sample-spring");
        Path source = folder.resolve("Portal.java");
        Files.writeString(source, text(Sample.SPRING_SECURITY, id));
        Files.writeString(folder.resolve("key.json"), key.toJSONString());
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !NOT_OF_THE_SAMPLE
                        .matcher(Path.of(entry).getFileName().toString())
                        .find())
                .collect(Collectors.joining(File.pathSeparator));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), "-cp", classPath, source.toString());
        assertThat(compiled).isZero();
        Process portal = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        folder + File.pathSeparator + classPath,
                        "de.example.portal.Portal",
                        "--server.port=" + port)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("portal.log").toFile())
                .start();
        try (SimpleBrowser browser = new SimpleBrowser()) {
            URI home = URI.create("http://localhost:" + port + "/");
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> Files.readString(folder.resolve("portal.log")).contains("Started Portal"));
            Page login = browser.open(home);
            assertThat(browser.open(share(login)).html()).contains("family_name=MUSTERMANN");
        } finally {
            portal.destroyForcibly();
        }
    }

    /** Every sample that says it runs has a test above. */
    @Test
    void runs_all_that_say_so() {
        List<String> tests = Arrays.stream(CodeSamplesTest.class.getDeclaredMethods())
                .map(method -> method.getName().replace('_', '-'))
                .toList();
        assertThat(tests)
                .containsAll(Arrays.stream(Sample.values())
                        .filter(sample -> sample.state() == Sample.State.RUN)
                        .map(Sample::id)
                        .toList());
    }

    /** As its agency registers it. */
    private String register(String clientId) throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyID(clientId + "-key")
                .generate();
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String dossier = """
                {"names":{"de":"Beispiel"},"privacy_policy_uri":"http://localhost:%d/privacy",
                 "redirect_uris":["http://localhost:%d/login/callback"],"keys":[{"jwk":%s}],
                 "attributes":[{"attribute":"family_name","purposes":{"de":"Anrede"},"mandatory":true}]}
                """.formatted(port, port, key.toPublicJWK().toJSONString());
        world.nodes
                .getFirst()
                .bean(DeclareService.class)
                .declare(
                        new DeclareService.Command(
                                new ActingPerson("test", Scope.everything()),
                                new ClientId(clientId),
                                Stage.SANDBOX,
                                new UnitPath("/de/by/musterstadt/"),
                                DossierDraft.parse(dossier)),
                        false);
        return clientId;
    }

    private String text(Sample sample, String clientId) {
        return world.nodes
                .getFirst()
                .bean(WriteSample.class)
                .write(
                        sample,
                        world.nodes
                                .getFirst()
                                .bean(RelyingParties.class)
                                .findLive(new ClientId(clientId))
                                .orElseThrow());
    }

    private Path write(Sample sample, String clientId) throws IOException {
        return Files.writeString(folder.resolve(sample.file()), text(sample, clientId));
    }

    private static Process start(Path program, Path folder, String interpreter) throws IOException {
        return new ProcessBuilder(interpreter, program.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Plays browser and wallet, and returns what the program prints at the end. */
    private String loggedIn(Process program, boolean pasted) throws IOException, InterruptedException {
        try (SimpleBrowser browser = new SimpleBrowser();
                BufferedReader output = program.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            assertThat(line).contains("Open: ");
            URI back = share(browser.open(URI.create(line.substring(line.indexOf("http")))));
            if (pasted) {
                URI answer = browser.leadsTo(back, "http://localhost:" + port);
                program.outputWriter().write(answer + "\n");
                program.outputWriter().close();
            } else {
                browser.open(back);
            }
            String rest = output.lines().collect(Collectors.joining("\n"));
            assertThat(program.waitFor()).as(rest).isZero();
            return rest;
        } finally {
            program.destroyForcibly();
        }
    }

    private URI share(Page login) {
        return world.ecosystem
                .wallet()
                .present(login.link("wallet-sandbox").toString(), People.ERIKA, Misbehaviour.NONE)
                .redirectUri()
                .orElseThrow();
    }
}
