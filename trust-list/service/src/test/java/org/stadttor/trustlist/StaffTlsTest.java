// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.stadttor.staff.web.StaffPort;

/** With a certificate of its own the process serves staff pages over TLS too, and only so. */
class StaffTlsTest {

    @Test
    void serves_staff_pages_over_tls_with_the_certificate_of_the_server() throws Exception {
        TestKey certificate = TestKey.create("Server");
        try (TestService service = TestService.start(
                TestService.Roles.create(),
                TestKey.create("Signer"),
                new MutableClock(TestKey.NOW),
                "--server.ssl.certificate=" + certificate.certificatePem(),
                "--server.ssl.certificate-private-key=" + certificate.keyPem())) {
            int port = service.bean(StaffPort.class).port();
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("server", certificate.certificate());
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, managers.getTrustManagers(), null);
            try (Socket socket = tls.getSocketFactory().createSocket("localhost", port)) {
                assertThat(ask(socket)).startsWith("HTTP/1.1 200").contains("sign-in-anton");
            }
            try (Socket socket = new Socket("localhost", port)) {
                assertThat(ask(socket)).doesNotContain("sign-in-anton");
            }
        }
    }

    private static String ask(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write("GET /staff/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
