// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadttor.staff.web.StaffPort;
import org.stadttor.testing.TestDatabase;

/** One real node of the identity provider on a random port; several can share a database. */
public final class TestIdp implements AutoCloseable {

    /** The issuer of every test node: the nodes stand behind one address. */
    public static final String ISSUER = "http://localhost:8080";

    static final TestAccessCertificate CERTIFICATE = new TestAccessCertificate();

    private static final byte[] KEY = new byte[32];

    private final ConfigurableApplicationContext context;

    private TestIdp(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a node; the arguments come last and win. */
    public static TestIdp start(TestDatabase database, String... arguments) {
        Arrays.fill(KEY, (byte) 7);
        String key = Base64.getEncoder().encodeToString(KEY);
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--stadttor.staff.port=0",
                                "--stadttor.staff.sandbox-sign-in=true",
                                "--stadttor.issuer=" + ISSUER,
                                "--stadttor.sandbox-mode=true",
                                "--stadttor.database.url=" + database.url(),
                                "--stadttor.database.user=" + database.user(),
                                "--stadttor.database.password=" + database.password(),
                                "--stadttor.data-key=" + key,
                                "--stadttor.matching-key=" + key,
                                "--stadttor.assurance-level=substantial",
                                "--stadttor.wallet.access-certificate.chain=" + CERTIFICATE.chain(),
                                "--stadttor.wallet.access-certificate.key=" + CERTIFICATE.key(),
                                "--stadttor.wallet.trust-list.url=http://localhost:9/lists/pid-providers",
                                "--stadttor.wallet.trust-list.signer=" + CERTIFICATE.chain()),
                        Stream.of(arguments))
                .forEach(argument -> all.put(argument.substring(0, argument.indexOf('=')), argument));
        return new TestIdp(IdpServer.application()
                .sources(TestIssuers.class)
                .run(all.values().toArray(String[]::new)));
    }

    /** Settings with which a node has a public register. */
    public static String[] registrar() {
        return new String[] {
            "--stadttor.registrar.certificate=" + CERTIFICATE.chain(), "--stadttor.registrar.key=" + CERTIFICATE.key()
        };
    }

    /** A bean of this node. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** An address of this node. */
    public URI uri(String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://localhost:" + port + path);
    }

    /** An address of the staff port. */
    public URI staffUri(String path) {
        return URI.create("http://localhost:" + bean(StaffPort.class).port() + path);
    }

    /** The management port. */
    public int managementPort() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.management.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
