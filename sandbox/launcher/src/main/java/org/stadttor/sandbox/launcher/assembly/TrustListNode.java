// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.assembly;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stadttor.sandbox.launcher.pki.SandboxPki;
import org.stadttor.sandbox.launcher.postgres.DatabaseRole;
import org.stadttor.sandbox.launcher.postgres.SandboxDatabase;
import org.stadttor.trustlist.TrustListService;

/** How the trust list service is started in the sandbox. */
public record TrustListNode(SandboxDatabase database, SandboxPki pki) {

    /**
     * Starts the service.
     *
     * @param port where it listens
     * @param more settings of the form {@code name=value}
     */
    public Part start(int port, String... more) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", port);
        settings.put("server.address", "127.0.0.1");
        settings.put("server.shutdown", "immediate");
        settings.put("stadttor.trust-list.staff.port", 0);
        settings.put("stadttor.trust-list.staff.sandbox-sign-in", true);
        settings.put("stadttor.trust-list.public-address", "http://localhost:" + port);
        settings.put("stadttor.trust-list.database.url", database.url());
        settings.put("stadttor.trust-list.database.user", DatabaseRole.STADTTOR_TRUST.roleName());
        settings.put("stadttor.trust-list.database.password", database.password(DatabaseRole.STADTTOR_TRUST));
        settings.put("stadttor.trust-list.database.migration-user", DatabaseRole.STADTTOR_TRUST_OWNER.roleName());
        settings.put(
                "stadttor.trust-list.database.migration-password",
                database.password(DatabaseRole.STADTTOR_TRUST_OWNER));
        settings.put("stadttor.trust-list.signing.key", file(pki.listSignerKey()));
        settings.put("stadttor.trust-list.signing.certificate", file(pki.listSigner()));
        settings.put("stadttor.trust-list.operator.name", "Stadttor Sandbox");
        settings.put("stadttor.trust-list.operator.street", "Am Stadttor 1");
        settings.put("stadttor.trust-list.operator.country", "DE");
        settings.put("stadttor.trust-list.operator.electronic-addresses", "mailto:trust@sandbox.example");
        settings.put("stadttor.trust-list.operator.information-uris", "https://sandbox.example/trust");
        return Part.start("trust list service", TrustListService.application(), Part.with(settings, more));
    }

    private static String file(Path path) {
        return "file:" + path;
    }
}
