// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.stadttor.sandbox.launcher.folder.StartRefusedException;
import org.stadttor.sandbox.launcher.folder.StartRefusedException.Reason;

/**
 * Settings of the sandbox, from the command line ({@code --stadttor.sandbox.issuer=…}) or the environment
 * ({@code STADTTOR_SANDBOX_ISSUER}); the command line wins, unknown names are refused.
 *
 * @param folder where the sandbox keeps its data
 * @param config folder of relying parties, issuers and wallets
 * @param issuer address under which relying parties, wallets and browsers reach the identity provider
 * @param bindAddress network address on which the identity provider listens; everything else listens on the loopback
 *     address
 * @param idpPort where the identity provider listens
 * @param trustListPort where the trust list service listens
 * @param idpStaffPort where agencies and the staff of the identity provider work
 * @param trustStaffPort where the admins of the trust list work
 * @param ecosystemPort where portal, wallet and PID provider listen
 * @param controlPort where registrations are taken, loopback only
 * @param databasePort where PostgreSQL listens, loopback only; 0 for any free port
 */
public record LauncherSettings(
        Path folder,
        Path config,
        URI issuer,
        String bindAddress,
        int idpPort,
        int trustListPort,
        int idpStaffPort,
        int trustStaffPort,
        int ecosystemPort,
        int controlPort,
        int databasePort) {

    /** Start of each name. */
    public static final String PREFIX = "stadttor.sandbox.";

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("folder", ".sandbox"),
            Map.entry("config", ""),
            Map.entry("issuer", ""),
            Map.entry("bind-address", "127.0.0.1"),
            Map.entry("idp-port", "8080"),
            Map.entry("trust-list-port", "8081"),
            Map.entry("ecosystem-port", "8082"),
            Map.entry("control-port", "8083"),
            Map.entry("idp-staff-port", "8090"),
            Map.entry("trust-staff-port", "8091"),
            Map.entry("database-port", "0"));

    /**
     * Reads the settings.
     *
     * @throws StartRefusedException if a name is unknown or a value makes no sense
     */
    public static LauncherSettings of(List<String> arguments, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>(DEFAULTS);
        environment.forEach((name, value) -> {
            String key = environmentKey(name);
            if (DEFAULTS.containsKey(key)) {
                values.put(key, value);
            }
        });
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0 || !argument.startsWith("--" + PREFIX)) {
                throw unknown(argument);
            }
            String key = argument.substring(2 + PREFIX.length(), equals);
            if (!DEFAULTS.containsKey(key)) {
                throw unknown(argument);
            }
            values.put(key, argument.substring(equals + 1));
        }
        return read(values);
    }

    private static String environmentKey(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()).replace('.', '-') : "";
    }

    private static LauncherSettings read(Map<String, String> values) {
        Path folder = Path.of(value(values, "folder"));
        String config = value(values, "config");
        int idpPort = port(values, "idp-port");
        String issuer = value(values, "issuer");
        return new LauncherSettings(
                folder,
                config.isEmpty() ? folder.resolve("config") : Path.of(config),
                issuer.isEmpty() ? URI.create("http://localhost:" + idpPort) : issuer(issuer),
                value(values, "bind-address"),
                idpPort,
                port(values, "trust-list-port"),
                port(values, "idp-staff-port"),
                port(values, "trust-staff-port"),
                port(values, "ecosystem-port"),
                port(values, "control-port"),
                port(values, "database-port"));
    }

    private static String value(Map<String, String> values, String key) {
        return values.getOrDefault(key, "");
    }

    private static int port(Map<String, String> values, String key) {
        String value = value(values, key);
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 65535) {
            return Integer.parseInt(value);
        }
        throw invalid(key, "a port number from 0 to 65535");
    }

    private static URI issuer(String value) {
        try {
            URI uri = URI.create(value);
            boolean local = "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost());
            boolean secure = "https".equals(uri.getScheme()) && uri.getHost() != null;
            if ((secure || local) && uri.getQuery() == null && uri.getFragment() == null && !value.endsWith("/")) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw invalid("issuer", "an https address without a slash at its end");
        }
        throw invalid("issuer", "an https address (http only for localhost) without a slash at its end");
    }

    private static StartRefusedException invalid(String key, String expected) {
        return new StartRefusedException(
                Reason.SETTING_INVALID, "The setting " + PREFIX + key + " must be " + expected + ".");
    }

    private static StartRefusedException unknown(String argument) {
        return new StartRefusedException(
                Reason.SETTING_INVALID,
                "The argument " + argument + " is not known: the sandbox knows --" + PREFIX
                        + String.join(", --" + PREFIX, new TreeSet<>(DEFAULTS.keySet())) + ".");
    }
}
