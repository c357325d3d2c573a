// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlServerTest {
    private final List<String> registered = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path root;

    private ControlServer control;

    @BeforeEach
    void start() throws IOException {
        control = ControlServer.start(0, new RegistrationFolder(root, (kind, id, document) -> {
            if (document.contains("bad")) {
                throw new RegistrationRefusedException("it is bad");
            }
            registered.add(kind + " " + id + " " + document);
        }));
    }

    @AfterEach
    void stop() {
        control.close();
        http.close();
    }

    @Test
    void registers_and_keeps_what_is_put() throws Exception {
        assertThat(put("/sandbox/relying-parties/portal-1", "{}").statusCode()).isEqualTo(200);
        assertThat(registered).containsExactly("RELYING_PARTIES portal-1 {}");
        assertThat(root.resolve("relying-parties/portal-1.json")).hasContent("{}");
        assertThat(get("/sandbox").body()).contains("relying-parties/portal-1.json: registered");
    }

    @Test
    void keeps_nothing_that_is_refused() throws Exception {
        HttpResponse<String> response = put("/sandbox/wallets/wallet-1", "{\"bad\":1}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("it is bad");
        assertThat(root.resolve("wallets/wallet-1.json")).doesNotExist();
    }

    @Test
    void sees_new_and_changed_files() throws IOException {
        Path file = root.resolve("issuers/issuer-1.json");
        Files.writeString(file, "{}");
        await().until(() -> registered.contains("ISSUERS issuer-1 {}"));
        Files.writeString(file, "{\"a\":1}");
        await().until(() -> registered.contains("ISSUERS issuer-1 {\"a\":1}"));
        Files.writeString(file, "{\"bad\":1}");
        await().until(() -> get("/sandbox").body().contains("refused: it is bad"));
    }

    @Test
    void rejects_paths_outside_the_folder() throws Exception {
        assertThat(put("/sandbox/wallets/..%2f..%2fevil", "{}").statusCode()).isIn(400, 404);
        assertThat(put("/sandbox/others/other-1", "{}").statusCode()).isEqualTo(404);
        assertThat(registered).isEmpty();
    }

    @Test
    void rejects_web_pages_and_foreign_names() throws Exception {
        assertThat(raw("Host: localhost\r\nOrigin: http://localhost:8082")).contains("403");
        assertThat(raw("Host: attacker.example")).contains("403");
        assertThat(raw("Host: localhost")).contains("200");
    }

    private String raw(String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), control.port())) {
            socket.getOutputStream()
                    .write(("GET /sandbox HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + control.port() + path);
    }
}
