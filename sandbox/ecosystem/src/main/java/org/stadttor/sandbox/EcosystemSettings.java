// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How PID provider, wallet and portal are started.
 *
 * @param port where they listen; 0 for any free port
 * @param bindAddress the network address they listen on, {@code 127.0.0.1} for this machine only
 * @param publicAddress how they are reached, without a slash at the end; null for {@code http://localhost:<port>}
 * @param dataFolder where keys and changed statuses are kept
 * @param accessAuthorities roots of access certificates that the wallet accepts; more can be added later
 * @param portal the sample portal
 */
public record EcosystemSettings(
        int port,
        String bindAddress,
        @Nullable URI publicAddress,
        Path dataFolder,
        List<X509Certificate> accessAuthorities,
        Portal portal,
        Clock clock) {

    public EcosystemSettings {
        Objects.requireNonNull(bindAddress);
        Objects.requireNonNull(dataFolder);
        Objects.requireNonNull(portal);
        Objects.requireNonNull(clock);
        accessAuthorities = List.copyOf(accessAuthorities);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be between 0 and 65535");
        }
    }

    /**
     * The sample portal as a relying party.
     *
     * @param issuer the identity provider; null if it is named later
     * @param clientId as registered there
     * @param scopes what the portal asks for
     */
    public record Portal(@Nullable URI issuer, String clientId, List<String> scopes) {

        public Portal {
            Objects.requireNonNull(clientId);
            scopes = List.copyOf(scopes);
        }

        /** The portal of Musterstadt with every scope. */
        public static Portal musterstadt(@Nullable URI issuer) {
            return new Portal(issuer, "musterstadt", List.of("openid", "profile", "address", "identity"));
        }
    }

    /** On this machine, with the system's clock. */
    public static EcosystemSettings local(int port, Path dataFolder, @Nullable URI issuer) {
        return new EcosystemSettings(
                port, "127.0.0.1", null, dataFolder, List.of(), Portal.musterstadt(issuer), Clock.systemUTC());
    }

    /** The same with these roots of access certificates. */
    public EcosystemSettings withAccessAuthorities(List<X509Certificate> authorities) {
        return new EcosystemSettings(port, bindAddress, publicAddress, dataFolder, authorities, portal, clock);
    }

    /** The same with another portal. */
    public EcosystemSettings withPortal(Portal other) {
        return new EcosystemSettings(port, bindAddress, publicAddress, dataFolder, accessAuthorities, other, clock);
    }
}
