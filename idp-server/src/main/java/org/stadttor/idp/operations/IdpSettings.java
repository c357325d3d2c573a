// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.stadttor.settings.Secret;
import org.stadttor.staff.StaffSettings;

/**
 * Every {@code stadttor.*} setting of this process; an unknown one stops the start.
 *
 * @param issuer the issuer identifier; https, without query, fragment and trailing slash; http only with a loopback host
 *     in sandbox mode
 * @param sandboxMode allows http on loopback addresses; never for real citizens
 * @param dataKey encrypts what is secret at rest; 32 bytes in base64
 * @param matchingKey keys the HMACs by which an account is found again; 32 bytes in base64
 * @param trustedProxies IP addresses whose forwarded headers are believed; from all others they are ignored
 * @param assuranceLevel the {@code acr} that the operator may claim for a login by PID: {@code low}, {@code substantial}
 *     or {@code high}; without it no {@code acr} is claimed
 * @param registrar the registration of relying parties
 * @param wallet settings of the wallet bridge, checked by its own record
 * @param login settings of the login pages, checked by their own record
 * @param staff the port and the sessions of the staff
 */
@ConfigurationProperties(prefix = "stadttor", ignoreUnknownFields = false)
public record IdpSettings(
        URI issuer,
        @DefaultValue("false") boolean sandboxMode,
        Database database,
        Secret dataKey,
        Secret matchingKey,
        @DefaultValue List<String> trustedProxies,
        @Nullable String assuranceLevel,
        @DefaultValue Lifetimes lifetimes,
        @DefaultValue SigningKeyRotation signingKeys,
        @DefaultValue Registrar registrar,
        @Nullable Map<String, Object> wallet,
        @Nullable Map<String, Object> login,
        @DefaultValue StaffSettings staff) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * The PostgreSQL database.
     *
     * @param user the role this process runs as; needs no more than reading and writing rows
     * @param maximumConnections size of the connection pool
     * @param migrate whether the schemas are brought up to date at the start; false where another node did so
     * @param trustListRole the role of the trust list service on the same database; it may read one view, which counts
     *     logins by issuer, and nothing else. Without it that service knows no such counts
     * @param migrationUser the role that owns the schemas, used only while the server starts; without it, {@code user}
     */
    public record Database(
            String url,
            String user,
            Secret password,
            @DefaultValue("20") int maximumConnections,
            @DefaultValue("true") boolean migrate,
            @Nullable String migrationUser,
            @Nullable Secret migrationPassword,
            @Nullable String trustListRole) {

        public Database {
            require(url, "database.url");
            require(user, "database.user");
            require(password, "database.password");
            if ((migrationUser == null) != (migrationPassword == null)) {
                throw new IllegalArgumentException(
                        "stadttor.database.migration-user and migration-password belong together");
            }
            if (trustListRole != null && (trustListRole.equals(user) || trustListRole.equals(migrationUser))) {
                throw new IllegalArgumentException(
                        "stadttor.database.trust-list-role must not be a role of this process");
            }
        }
    }

    /**
     * How long things live.
     *
     * @param pushedRequest a pushed authorization request that nobody has opened; below 600 s (FAPI 2.0, 5.3.2.2)
     * @param pendingStep the time a citizen has, and is given again by each extension
     * @param pendingLimit the time after which a login ends in any case
     * @param code authorization code; 60 s or less (FAPI 2.0, 5.3.2.1)
     */
    public record Lifetimes(
            @DefaultValue("5m") Duration pushedRequest,
            @DefaultValue("5m") Duration pendingStep,
            @DefaultValue("30m") Duration pendingLimit,
            @DefaultValue("60s") Duration code,
            @DefaultValue("5m") Duration accessToken,
            @DefaultValue("5m") Duration idToken) {

        public Lifetimes {
            requireAtMost(pushedRequest, Duration.ofSeconds(599), "lifetimes.pushed-request");
            requireAtMost(code, Duration.ofSeconds(60), "lifetimes.code");
            requireAtMost(accessToken, Duration.ofMinutes(15), "lifetimes.access-token");
            requireAtMost(idToken, Duration.ofMinutes(15), "lifetimes.id-token");
            requireAtMost(pendingStep, pendingLimit, "lifetimes.pending-step");
        }

        private static void requireAtMost(Duration value, Duration limit, String name) {
            if (value.isNegative() || value.isZero() || value.compareTo(limit) > 0) {
                throw new IllegalArgumentException("stadttor." + name + " must be more than 0 and at most " + limit);
            }
        }
    }

    /**
     * When signing keys change.
     *
     * @param period how long one key signs
     * @param lead how long the next key is published before it signs; longer than relying parties cache the JWKS
     * @param refresh how often a node looks for new keys; shorter than {@code lead}
     */
    public record SigningKeyRotation(
            @DefaultValue("30d") Duration period,
            @DefaultValue("1d") Duration lead,
            @DefaultValue("1m") Duration refresh) {

        public SigningKeyRotation {
            if (refresh.compareTo(lead) >= 0 || lead.compareTo(period) >= 0) {
                throw new IllegalArgumentException("stadttor.signing-keys needs refresh < lead < period");
            }
        }
    }

    /**
     * The registration of relying parties.
     *
     * @param certificate the registrar's certificate chain, PEM; with it and the key the public register exists
     * @param key its private key, PEM
     * @param dnsServer who is asked for challenges in the DNS: {@code dns:} for the resolvers of the operating system, or
     *     {@code dns://host:port}
     * @param intermediaryIdentifier semantic identifier of the operator, who asks wallets on behalf of the services; shown in
     *     the register
     */
    public record Registrar(
            @Nullable String certificate,
            @Nullable Secret key,
            @DefaultValue("dns:") String dnsServer,
            @DefaultValue("") String intermediaryIdentifier,
            @DefaultValue("") String intermediaryName) {

        public Registrar {
            if ((certificate == null) != (key == null)) {
                throw new IllegalArgumentException("stadttor.registrar.certificate and key belong together");
            }
        }
    }

    public IdpSettings {
        require(issuer, "issuer");
        require(database, "database.url");
        require(dataKey, "data-key");
        require(matchingKey, "matching-key");
        trustedProxies = List.copyOf(trustedProxies);
        requireIssuer(issuer, sandboxMode);
        if (staff.sandboxSignIn() && !sandboxMode) {
            throw new IllegalArgumentException("stadttor.staff.sandbox-sign-in needs stadttor.sandbox-mode");
        }
    }

    /** Binding leaves null what is not set. */
    private static void require(@Nullable Object value, String name) {
        Objects.requireNonNull(value, "stadttor." + name + " is required");
    }

    private static void requireIssuer(URI issuer, boolean sandboxMode) {
        String scheme = issuer.getScheme();
        String host = issuer.getHost();
        boolean loopback = sandboxMode && "http".equals(scheme) && host != null && LOOPBACK.contains(host);
        if (host == null || (!"https".equals(scheme) && !loopback)) {
            throw new IllegalArgumentException(
                    "stadttor.issuer must be an https address (http only on a loopback host in sandbox mode)");
        }
        if (issuer.getRawQuery() != null
                || issuer.getRawFragment() != null
                || issuer.getRawUserInfo() != null
                || !issuer.getRawPath().isEmpty()) {
            throw new IllegalArgumentException("stadttor.issuer must be scheme and host (and port) only");
        }
    }

    @Override
    public String toString() {
        return "IdpSettings[" + issuer + "]";
    }
}
