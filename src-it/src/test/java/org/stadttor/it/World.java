// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.stadttor.sandbox.EcosystemSettings;
import org.stadttor.sandbox.SandboxEcosystem;
import org.stadttor.sandbox.keys.Pem;
import org.stadttor.sandbox.launcher.assembly.IdpNode;
import org.stadttor.sandbox.launcher.assembly.OwnRegistrations;
import org.stadttor.sandbox.launcher.assembly.Part;
import org.stadttor.sandbox.launcher.assembly.TrustListNode;
import org.stadttor.sandbox.launcher.folder.SandboxFolder;
import org.stadttor.sandbox.launcher.pki.SandboxPki;
import org.stadttor.sandbox.launcher.postgres.SandboxDatabase;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.trust.TrustListSource;

/**
 * Everything, once for all test classes: PostgreSQL, the trust list service, two nodes of the identity provider behind a
 * load balancer that alternates, PID providers, wallet and portal. Tests leave it as they found it.
 */
final class World {
    private static final class Holder {
        static final World INSTANCE = new World();
    }

    final TestDatabase server = TestDatabase.create();
    final SandboxFolder folder;
    final SandboxPki pki;
    final SandboxDatabase database;
    final LoadBalancer balancer;
    private final int trustListPort;
    Part trustList;
    final SandboxEcosystem ecosystem;
    final List<Part> nodes = new ArrayList<>();

    private World() {
        try {
            folder = SandboxFolder.open(Files.createTempDirectory(
                            Files.createDirectories(Path.of("target")).toAbsolutePath(), "world")
                    .resolve("folder"));
            pki = new SandboxPki(folder.directory("pki"), Clock.systemUTC());
            database = SandboxDatabase.in(
                    server.url(), server.user(), server.password(), role -> folder.secret(role.roleName()));
            balancer = new LoadBalancer();
            trustListPort = freePort();
            trustList = startTrustList();
            EcosystemSettings settings = EcosystemSettings.local(0, folder.directory("ecosystem"), balancer.address())
                    .withAccessAuthorities(Pem.certificates(Files.readString(pki.accessAuthority())));
            ecosystem = SandboxEcosystem.start(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        addNode();
        addNode();
        OwnRegistrations own = new OwnRegistrations(ecosystem);
        own.listIssuers(trustList);
        own.registerAt(nodes.getFirst());
        nodes.forEach(World::awaitTrust);
    }

    private Part startTrustList() {
        return new TrustListNode(database, pki).start(trustListPort);
    }

    /** Starts the trust list service again after it was stopped. */
    void restartTrustList() {
        trustList = startTrustList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The world, made at the first call. */
    static World get() {
        return Holder.INSTANCE;
    }

    /** How a further node is started. */
    IdpNode idpNode() {
        return new IdpNode(issuer(), listAddress(), database, pki, folder);
    }

    /** Starts one more node behind the load balancer. */
    Part addNode() {
        // As behind a proxy: to browsers all nodes have one address for staff.
        String[] settings = nodes.isEmpty()
                ? new String[] {"stadttor.database.maximum-connections=30"}
                : new String[] {
                    "stadttor.database.maximum-connections=30",
                    "stadttor.staff.public-address=" + nodes.getFirst().staffAddress()
                };
        Part node = idpNode().start(0, settings);
        nodes.add(node);
        balancer.add(node.address());
        return node;
    }

    /** Takes a node out and stops it, in the middle of whatever it does. */
    void kill(Part node) {
        node.close();
        nodes.remove(node);
        balancer.remove(node.address());
    }

    URI issuer() {
        return balancer.address();
    }

    URI listAddress() {
        return URI.create("http://localhost:" + trustListPort + "/lists/pid-providers");
    }

    /** Waits until a node trusts both PID providers. */
    static void awaitTrust(Part node) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> node.bean(TrustListSource.class)
                                .pidProviders()
                                .entities()
                                .size()
                        >= 2);
    }

    /** The newest refusal in the audit trail. */
    String refusal() {
        return sql("SELECT details FROM audit.entry WHERE type = 'presentation.refused' ORDER BY seq DESC LIMIT 1");
    }

    /** As if so much time had passed that no login can go on. */
    void endAllLogins() {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE idp.authorization_request SET expires_at = now() - interval '1 second',"
                    + " latest_expiry = now() - interval '1 second'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row, as the superuser. */
    String sql(String query) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
