// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server on the loopback address that knows TXT records and nothing else (RFC 1035, section 4). */
final class TestDns implements AutoCloseable {

    private static final int HEADER = 12;

    final Map<String, String> texts = new ConcurrentHashMap<>();
    private final DatagramSocket socket;

    TestDns() throws SocketException {
        socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private byte[] answer(byte[] query) throws IOException {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (query[at] != 0) {
            name.append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII))
                    .append('.');
            at += query[at] + 1;
        }
        int endOfQuestion = at + 5;
        String text = texts.get(name.substring(0, name.length() - 1).toLowerCase(Locale.ROOT));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(query, 0, 2);
        out.writeShort(text == null ? 0x8183 : 0x8180);
        out.writeShort(1);
        out.writeShort(text == null ? 0 : 1);
        out.writeInt(0);
        out.write(query, HEADER, endOfQuestion - HEADER);
        if (text != null) {
            byte[] value = text.getBytes(StandardCharsets.US_ASCII);
            out.writeShort(0xc00c);
            out.writeShort(16);
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(value.length + 1);
            out.writeByte(value.length);
            out.write(value);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
