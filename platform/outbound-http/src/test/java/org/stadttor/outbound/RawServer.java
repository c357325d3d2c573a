// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers each connection by hand, so that the answer may be as slow or as wrong as a test wants it. */
final class RawServer implements AutoCloseable {

    interface Answer {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final CountDownLatch closed = new CountDownLatch(1);

    RawServer(Answer answer) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> accept(answer));
    }

    static RawServer saying(String text) throws IOException {
        return new RawServer(out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Waits between two bytes; true when the server was closed meanwhile. */
    boolean pause(long millis) throws InterruptedException {
        return closed.await(millis, TimeUnit.MILLISECONDS);
    }

    private void accept(Answer answer) {
        while (closed.getCount() > 0) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client, answer));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket client, Answer answer) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {}
            OutputStream out = client.getOutputStream();
            answer.to(out);
            out.flush();
        } catch (IOException | InterruptedException e) {
            // the other side went away
        }
    }

    URI uri() {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
