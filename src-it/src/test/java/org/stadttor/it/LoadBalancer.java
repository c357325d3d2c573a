// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reverse proxy that gives each request to the next node, as a load balancer without sticky sessions does. A node that
 * cannot be reached is passed over.
 */
final class LoadBalancer implements AutoCloseable {

    /** What went where. */
    record Served(URI node, String method, String path) {}

    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer", "content-length");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<URI> nodes = new CopyOnWriteArrayList<>();
    private final List<Served> served = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    LoadBalancer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::forward);
        server.start();
    }

    /** What citizens, wallets and relying parties see. */
    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void add(URI node) {
        nodes.add(node);
    }

    void remove(URI node) {
        nodes.remove(node);
    }

    List<URI> nodes() {
        return List.copyOf(nodes);
    }

    /** Everything served since the last {@link #forget}. */
    List<Served> served() {
        return List.copyOf(served);
    }

    void forget() {
        served.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            for (int attempt = 0; attempt < nodes.size(); attempt++) {
                URI node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
                try {
                    HttpResponse<InputStream> response =
                            client.send(request(exchange, node, body), HttpResponse.BodyHandlers.ofInputStream());
                    served.add(new Served(
                            node,
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath()));
                    answer(exchange, response);
                    return;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                } catch (IOException e) {
                    if (exchange.getResponseCode() != -1) {
                        throw e; // the answer has begun, another node cannot give it
                    }
                }
            }
            exchange.sendResponseHeaders(502, -1);
        }
    }

    private static HttpRequest request(HttpExchange exchange, URI node, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(node + exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<InputStream> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        int status = response.statusCode();
        boolean empty = status == 204
                || status == 304
                || exchange.getRequestMethod().equals("HEAD")
                || response.headers().firstValueAsLong("content-length").orElse(-1) == 0;
        exchange.sendResponseHeaders(status, empty ? -1 : 0);
        try (InputStream in = response.body()) {
            if (!empty) {
                copy(in, exchange.getResponseBody());
            }
        }
    }

    /** Passes on each piece at once, so that server-sent events arrive when they happen. */
    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            out.flush();
        }
    }
}
