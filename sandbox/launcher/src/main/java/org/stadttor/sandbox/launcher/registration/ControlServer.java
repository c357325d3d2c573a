// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.registration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes registrations at run time: {@code PUT /sandbox/<kind>/<id>} with the JSON that could also stand in the folder,
 * {@code GET /sandbox} for what became of each. Bound to the loopback address; refuses requests of web pages (an
 * {@code Origin}) and of names that are not this machine's own (DNS rebinding). Also watches the folder.
 */
public final class ControlServer implements AutoCloseable {
    private static final Pattern PATH = Pattern.compile("/sandbox/([a-z-]+)/([^/]+)");
    private static final Pattern OWN_NAME = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:[0-9]+)?");

    private final HttpServer server;
    private final ScheduledExecutorService watcher;
    private final RegistrationFolder folder;

    private ControlServer(HttpServer server, RegistrationFolder folder) {
        this.server = server;
        this.folder = folder;
        this.watcher = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("registrations").factory());
    }

    /**
     * Starts listening and watching.
     *
     * @param port on the loopback address; 0 for any free one
     */
    public static ControlServer start(int port, RegistrationFolder folder) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ControlServer control = new ControlServer(http, folder);
        http.createContext("/", control::answer);
        http.start();
        var _ = control.watcher.scheduleWithFixedDelay(folder::scan, 1, 1, TimeUnit.SECONDS);
        return control;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        watcher.shutdownNow();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isLocal(exchange)) {
                send(exchange, 403, "only from this machine, and not from a web page");
                return;
            }
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            Optional<RegistrationKind> kind = path.matches() ? RegistrationKind.of(path.group(1)) : Optional.empty();
            if (exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals("/sandbox")) {
                send(exchange, 200, list());
            } else if (exchange.getRequestMethod().equals("PUT") && kind.isPresent()) {
                put(exchange, kind.get(), path.group(2));
            } else {
                send(exchange, 404, "GET /sandbox, or PUT /sandbox/<issuers|wallets|relying-parties>/<id>");
            }
        }
    }

    private void put(HttpExchange exchange, RegistrationKind kind, String id) throws IOException {
        try {
            folder.put(kind, id, exchange.getRequestBody().readNBytes(200_000));
            send(exchange, 200, "registered");
        } catch (RegistrationRefusedException e) {
            send(exchange, 400, "refused: " + e.getMessage());
        }
    }

    private String list() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> entry : folder.outcomes().entrySet()) {
            text.append(entry.getKey()).append(": ").append(entry.getValue()).append('\n');
        }
        return text.toString().strip();
    }

    private static boolean isLocal(HttpExchange exchange) {
        List<String> host = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        return host.size() == 1
                && OWN_NAME.matcher(host.getFirst()).matches()
                && !exchange.getRequestHeaders().containsKey("Origin");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
