// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stadttor.sandbox.keys.CertificateAuthority;
import org.stadttor.sandbox.keys.Certificates;
import org.stadttor.sandbox.keys.Pem;
import org.stadttor.sandbox.launcher.pki.SandboxPki;
import org.stadttor.testing.TestDatabase;

/**
 * What {@code docs/operations} and {@code deploy/} tell an operator to prepare: roles, schemas, keys and settings. Only
 * addresses, the folder and the prefix of the role names are others (roles belong to the whole database server).
 */
final class Installation {

    private static final char[] NO_PASSWORD = {};
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Instead of {@code /etc/stadttor}. */
    final Path folder;

    final TestDatabase database = TestDatabase.create();
    final int trustListPort = freePort();
    final int proxyPort = freePort();
    final int nodePort = freePort();
    final int trustListStaffPort = freePort();
    final int nodeStaffPort = freePort();
    private final String rolePrefix = "jars" + HexFormat.of().formatHex(random(4)) + "_";
    private final CertificateAuthority internal;
    private final KeyPair tlsKey = Certificates.newKeyPair();
    private final X509Certificate tlsCertificate;

    /** Prepares everything. */
    Installation() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "installation")
                    .toAbsolutePath();
            internal = CertificateAuthority.create(new X500Name("CN=Internal CA"), Instant.now());
            tlsCertificate = serverCertificate();
            writeKeys();
            for (ServerJar.Program program : ServerJar.Program.values()) {
                write(program.settingsFile(), here(program.exampleSettings()));
            }
            setUpDatabase();
        } catch (IOException | SQLException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The role under its name here. */
    String role(String name) {
        return name.replace("stadttor_", rolePrefix);
    }

    /** A connection as one of the roles. */
    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(database.url(), role(role), password(role));
    }

    /** TLS with the certificate of {@code localhost}, trusting the internal authority. */
    SSLContext tls() {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, NO_PASSWORD);
            keys.setKeyEntry("tls", tlsKey.getPrivate(), NO_PASSWORD, new X509Certificate[] {tlsCertificate});
            KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
            keyManagers.init(keys, NO_PASSWORD);
            KeyStore authorities = KeyStore.getInstance("PKCS12");
            authorities.load(null, NO_PASSWORD);
            authorities.setCertificateEntry("ca", internal.certificate());
            TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
            trustManagers.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that trusts the internal authority only. */
    HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example with the addresses of this machine; what is replaced must be there. */
    private String here(String example) {
        String text = example;
        List<List<String>> replacements = List.of(
                List.of("/etc/stadttor", folder.toString()),
                List.of("jdbc:postgresql://db.internal/stadttor?sslmode=verify-full", database.url()),
                List.of("https://trust.internal:8091", "https://localhost:" + trustListStaffPort),
                List.of("https://personal.internal", "https://localhost"),
                List.of("10.0.0.7", "127.0.0.1"),
                List.of("port: 8091", "port: " + trustListStaffPort),
                List.of("port: 8090", "port: " + nodeStaffPort),
                List.of("https://trust.internal:8081", "https://localhost:" + trustListPort),
                List.of("https://login.example.de", "https://localhost:" + proxyPort),
                List.of("10.0.0.5", TlsProxy.ADDRESS),
                List.of("port: 8081", "port: " + trustListPort),
                List.of("port: 8080", "port: " + nodePort),
                List.of("stadttor_", rolePrefix));
        for (List<String> replacement : replacements) {
            text = text.replace(replacement.getFirst(), replacement.getLast());
        }
        if (text.contains(".internal") || text.contains("/etc/")) {
            throw new IllegalStateException("the example has changed:\n" + text);
        }
        return text;
    }

    private void setUpDatabase() throws SQLException, IOException {
        String document = ServerJar.text("docs/operations/database.md");
        int start = document.indexOf("```sql\n") + 7;
        String sql = document.substring(start, document.indexOf("```", start)).replace("stadttor_", rolePrefix);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            for (String role :
                    List.of("stadttor_idp", "stadttor_idp_owner", "stadttor_trust", "stadttor_trust_owner")) {
                statement.execute("ALTER ROLE " + role(role) + " PASSWORD '" + password(role) + "'");
                write("db-" + role.substring("stadttor_".length()).replace('_', '-') + ".password", password(role));
            }
        }
    }

    private String password(String role) {
        return "password of " + role(role);
    }

    private void writeKeys() throws IOException {
        SandboxPki pki = new SandboxPki(folder.resolve("pki"), Clock.systemUTC());
        Files.copy(pki.listSigner(), folder.resolve("list-signer.pem"));
        Files.copy(pki.listSignerKey(), folder.resolve("list-signer.key"));
        Files.copy(pki.accessCertificate(), folder.resolve("access-certificate.pem"));
        Files.copy(pki.accessKey(), folder.resolve("access-certificate.key"));
        write("data.key", Base64.getEncoder().encodeToString(random(32)) + "\n");
        write("matching.key", Base64.getEncoder().encodeToString(random(32)) + "\n");
        write("internal-ca.pem", Pem.ofCertificate(internal.certificate()));
        write("tls.crt", Pem.ofCertificate(tlsCertificate));
        write("tls.key", Pem.ofKey(tlsKey.getPrivate()));
    }

    private X509Certificate serverCertificate()
            throws IOException, GeneralSecurityException, OperatorCreationException {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                internal.certificate(),
                BigInteger.TWO,
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                new X500Name("CN=localhost"),
                tlsKey.getPublic());
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        };
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(internal.key())));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
