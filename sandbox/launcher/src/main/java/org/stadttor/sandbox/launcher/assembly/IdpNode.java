// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.assembly;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stadttor.idp.IdpServer;
import org.stadttor.sandbox.launcher.folder.SandboxFolder;
import org.stadttor.sandbox.launcher.pki.SandboxPki;
import org.stadttor.sandbox.launcher.postgres.DatabaseRole;
import org.stadttor.sandbox.launcher.postgres.SandboxDatabase;

/**
 * How a node of the identity provider is started in the sandbox.
 *
 * @param issuer address under which the world reaches it
 * @param trustList where the list of PID providers is published
 * @param folder for its secrets
 */
public record IdpNode(URI issuer, URI trustList, SandboxDatabase database, SandboxPki pki, SandboxFolder folder) {

    /**
     * Starts a node.
     *
     * @param port where it listens; 0 for any free port
     * @param more settings of the form {@code name=value}
     */
    public Part start(int port, String... more) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", port);
        settings.put("server.shutdown", "immediate");
        settings.put("management.server.port", 0);
        settings.put("stadttor.staff.port", 0);
        settings.put("stadttor.staff.sandbox-sign-in", true);
        settings.put("stadttor.issuer", issuer);
        settings.put("stadttor.sandbox-mode", true);
        // Not high: a QR code can be relayed, and the level is one for all logins.
        settings.put("stadttor.assurance-level", "substantial");
        settings.put("stadttor.trusted-proxies", "127.0.0.1,0:0:0:0:0:0:0:1");
        settings.put("stadttor.database.url", database.url());
        settings.put("stadttor.database.user", DatabaseRole.STADTTOR_IDP.roleName());
        settings.put("stadttor.database.password", database.password(DatabaseRole.STADTTOR_IDP));
        settings.put("stadttor.database.migration-user", DatabaseRole.STADTTOR_IDP_OWNER.roleName());
        settings.put("stadttor.database.migration-password", database.password(DatabaseRole.STADTTOR_IDP_OWNER));
        settings.put("stadttor.database.trust-list-role", DatabaseRole.STADTTOR_TRUST.roleName());
        settings.put("stadttor.data-key", secret("idp-data-key"));
        settings.put("stadttor.matching-key", secret("idp-matching-key"));
        settings.put("stadttor.wallet.access-certificate.chain", file(pki.accessCertificate()));
        settings.put("stadttor.wallet.access-certificate.key", file(pki.accessKey()));
        settings.put("stadttor.registrar.certificate", file(pki.registrarCertificate()));
        settings.put("stadttor.registrar.key", file(pki.registrarKey()));
        settings.put("stadttor.registrar.intermediary-identifier", "NTRDE-HRB000002");
        settings.put("stadttor.registrar.intermediary-name", "Stadttor Sandbox");
        settings.put("stadttor.wallet.trust-list.url", trustList);
        settings.put("stadttor.wallet.trust-list.signer", file(pki.listSigner()));
        return Part.start("identity provider", IdpServer.application(), Part.with(settings, more));
    }

    private String secret(String name) {
        var _ = folder.secret(name);
        return file(folder.secretFile(name));
    }

    private static String file(Path path) {
        return "file:" + path;
    }

    @Override
    public String toString() {
        return "IdpNode[" + issuer + "]";
    }
}
