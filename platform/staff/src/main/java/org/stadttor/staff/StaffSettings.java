// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.stadttor.settings.Secret;

/**
 * Settings of the staff side; each process binds them under its own prefix.
 *
 * @param port where staff pages are served, and nothing else; 0 for any free port
 * @param address the address that port listens on
 * @param publicAddress where browsers reach it: the origin of passkeys, its host their relying party id; without it
 *     {@code http://localhost:<port>}, which works on this machine only
 * @param sandboxSignIn people sign in by a click; never for real data, and refused unless the pages are for this machine
 *     only
 * @param idle a session ends when it is not used for so long
 * @param longest a session ends after so long in any case
 * @param openidProvider null if people sign in with passkeys only
 */
public record StaffSettings(
        @DefaultValue("8090") int port,
        @DefaultValue("127.0.0.1") String address,
        @Nullable URI publicAddress,
        @DefaultValue("false") boolean sandboxSignIn,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("8h") Duration longest,
        @Nullable OpenIdProvider openidProvider) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    /**
     * The operator's own provider, through which people may sign in too.
     *
     * @param issuer as in its metadata and its tokens
     * @param clientId as registered there, with {@code <public address>/staff/openid/callback} as redirect URI
     * @param clientSecret for HTTP Basic at its token endpoint
     * @param name what people call it
     */
    public record OpenIdProvider(URI issuer, String clientId, Secret clientSecret, String name) {

        public OpenIdProvider {
            require(issuer, "issuer");
            require(clientId, "client-id");
            require(clientSecret, "client-secret");
            require(name, "name");
            if (issuer.getHost() == null || issuer.getQuery() != null || issuer.getFragment() != null) {
                throw new IllegalArgumentException("staff.openid-provider.issuer must be an address");
            }
        }

        /** Binding leaves null what is not set. */
        private static void require(@Nullable Object value, String setting) {
            Objects.requireNonNull(value, "staff.openid-provider." + setting + " is required");
        }
    }

    public StaffSettings {
        if (publicAddress != null
                && (publicAddress.getHost() == null
                        || !publicAddress.getPath().isEmpty()
                        || !("https".equals(publicAddress.getScheme())
                                || "localhost".equals(publicAddress.getHost())))) {
            throw new IllegalArgumentException(
                    "staff.public-address must be https (or http://localhost), scheme, host and port only");
        }
        if (sandboxSignIn
                && !(LOOPBACK.contains(address)
                        && (publicAddress == null || "localhost".equals(publicAddress.getHost())))) {
            throw new IllegalArgumentException(
                    "staff.sandbox-sign-in is for this machine only: staff.address must be a loopback address"
                            + " and staff.public-address none or localhost");
        }
    }
}
