// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;
import org.stadttor.sandbox.EcosystemSettings;
import org.stadttor.sandbox.SandboxEcosystem;
import org.stadttor.sandbox.keys.Pem;
import org.stadttor.sandbox.launcher.assembly.IdpNode;
import org.stadttor.sandbox.launcher.assembly.OwnRegistrations;
import org.stadttor.sandbox.launcher.assembly.Part;
import org.stadttor.sandbox.launcher.assembly.TrustListNode;
import org.stadttor.sandbox.launcher.assembly.UseCaseRegistrar;
import org.stadttor.sandbox.launcher.folder.SandboxFolder;
import org.stadttor.sandbox.launcher.folder.StartRefusedException;
import org.stadttor.sandbox.launcher.folder.StartRefusedException.Reason;
import org.stadttor.sandbox.launcher.pki.SandboxPki;
import org.stadttor.sandbox.launcher.postgres.DatabaseRole;
import org.stadttor.sandbox.launcher.postgres.PostgresServer;
import org.stadttor.sandbox.launcher.postgres.SandboxDatabase;
import org.stadttor.sandbox.launcher.registration.ControlServer;
import org.stadttor.sandbox.launcher.registration.RegistrationFolder;
import org.stadttor.sandbox.launcher.settings.LauncherSettings;

/** The whole sandbox while it runs. Closing it stops the parts in the reverse order of their start. */
final class Sandbox implements AutoCloseable {
    private final LauncherSettings settings;
    private final SandboxFolder folder;
    private final SandboxPki pki;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private Sandbox(LauncherSettings settings, SandboxFolder folder, Clock clock) {
        this.settings = settings;
        this.folder = folder;
        this.pki = new SandboxPki(folder.directory("pki"), clock);
        parts.push(folder);
    }

    /**
     * Starts everything.
     *
     * @param folder open; closed with the sandbox, and if the start fails
     * @throws StartRefusedException if a part does not start; nothing runs then
     */
    static Sandbox start(LauncherSettings settings, SandboxFolder folder, Clock clock) {
        Sandbox sandbox = new Sandbox(settings, folder, clock);
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("start-", 1).factory())) {
            sandbox.requireFreePorts();
            sandbox.startParts(threads, clock);
            return sandbox;
        } catch (CompletionException e) {
            sandbox.close();
            throw e.getCause() instanceof StartRefusedException refused
                    ? refused
                    : new StartRefusedException(Reason.PART_FAILED, "The sandbox did not start: see the log file.", e);
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /** Addresses by what is there, in the order in which a newcomer should look at them. */
    Map<String, String> addresses() {
        String ecosystem = "http://localhost:" + settings.ecosystemPort();
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("Portal of Musterstadt", ecosystem + "/portal");
        addresses.put("Wallet", ecosystem + "/wallet");
        addresses.put("PID provider", ecosystem + "/pid-provider");
        addresses.put("Identity provider", settings.issuer() + "/.well-known/openid-configuration");
        addresses.put("Trust list", "http://localhost:" + settings.trustListPort() + "/lists/pid-providers");
        addresses.put("Agencies, registrars", "http://localhost:" + settings.idpStaffPort());
        addresses.put("Trust list admins", "http://localhost:" + settings.trustStaffPort());
        addresses.put("Registrations", "http://localhost:" + settings.controlPort() + "/sandbox");
        return addresses;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Sandbox.class).error("a part did not stop in order", e);
            }
        }
    }

    private void startParts(Executor threads, Clock clock) {
        CompletableFuture<SandboxDatabase> database = CompletableFuture.supplyAsync(this::startDatabase, threads);
        CompletableFuture<SandboxEcosystem> ecosystem =
                CompletableFuture.supplyAsync(() -> startEcosystem(clock), threads);
        CompletableFuture<Part> trustList = database.thenApplyAsync(this::startTrustList, threads);
        CompletableFuture<Part> idp = database.thenApplyAsync(this::startIdp, threads);
        CompletableFuture.allOf(ecosystem, trustList, idp).join();
        OwnRegistrations own = new OwnRegistrations(ecosystem.join());
        own.listIssuers(trustList.join());
        own.registerAt(idp.join());
        RegistrationFolder registrations =
                new RegistrationFolder(settings.config(), new UseCaseRegistrar(trustList.join(), idp.join()));
        registrations.scan();
        try {
            started(ControlServer.start(settings.controlPort(), registrations));
        } catch (IOException e) {
            throw Part.portInUse("control address", settings.controlPort(), e);
        }
    }

    private SandboxDatabase startDatabase() {
        PostgresServer server = started(PostgresServer.start(folder, settings.databasePort()));
        return SandboxDatabase.on(server, (DatabaseRole role) -> folder.secret(role.roleName() + "-password"));
    }

    private SandboxEcosystem startEcosystem(Clock clock) {
        EcosystemSettings ecosystem = new EcosystemSettings(
                settings.ecosystemPort(),
                "127.0.0.1",
                null,
                folder.directory("ecosystem"),
                List.copyOf(Pem.certificates(read(pki.accessAuthority()))),
                EcosystemSettings.Portal.musterstadt(settings.issuer()),
                clock);
        return started(SandboxEcosystem.start(ecosystem));
    }

    private Part startTrustList(SandboxDatabase database) {
        return started(new TrustListNode(database, pki)
                .start(settings.trustListPort(), "stadttor.trust-list.staff.port=" + settings.trustStaffPort()));
    }

    private Part startIdp(SandboxDatabase database) {
        URI list = URI.create("http://localhost:" + settings.trustListPort() + "/lists/pid-providers");
        return started(new IdpNode(settings.issuer(), list, database, pki, folder)
                .start(
                        settings.idpPort(),
                        "server.address=" + settings.bindAddress(),
                        "stadttor.staff.port=" + settings.idpStaffPort()));
    }

    private synchronized <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }

    private void requireFreePorts() {
        Map<String, Integer> ports = Map.of(
                "identity provider", settings.idpPort(),
                "trust list service", settings.trustListPort(),
                "portal and wallet", settings.ecosystemPort(),
                "staff pages of the identity provider", settings.idpStaffPort(),
                "staff pages of the trust list", settings.trustStaffPort(),
                "control address", settings.controlPort());
        ports.forEach((name, port) -> {
            try (ServerSocket probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress(port));
            } catch (IOException e) {
                throw Part.portInUse(name, port, e);
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new StartRefusedException(Reason.FOLDER_UNUSABLE, "The file " + file + " cannot be read.", e);
        }
    }
}
