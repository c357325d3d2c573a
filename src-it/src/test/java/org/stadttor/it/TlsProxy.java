// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Ends TLS in front of one node and says so in the headers of {@code deploy/nginx/stadttor.conf}; GET only. */
final class TlsProxy implements AutoCloseable {

    /** The address it calls the node from, also on the own machine. */
    static final String ADDRESS = "127.0.0.2";

    private final HttpsServer server;
    private final HttpClient client;
    private final int nodePort;

    TlsProxy(int port, int nodePort, SSLContext tls) throws IOException {
        this.nodePort = nodePort;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(ADDRESS))
                .build();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::forward);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + nodePort + exchange.getRequestURI()))
                    .header(
                            "X-Forwarded-For",
                            exchange.getRemoteAddress().getAddress().getHostAddress())
                    .header("X-Forwarded-Proto", "https")
                    .build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            response.headers().map().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("transfer-encoding") && !name.equalsIgnoreCase("connection")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(
                    response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
