// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every {@code stadttor.wallet.*} setting; an unknown one stops the start. Values of secrets and certificates can be
 * given as {@code file:/path}.
 *
 * @param baseAddress public address under which wallets reach this server; default: {@code stadttor.issuer}
 * @param returnPath where a wallet on the same device sends its user, below the base address
 * @param donePath where a wallet on another device sends its user, below the base address
 * @param accessCertificate what request objects are signed with
 * @param dataKey 32 bytes in base64 that encrypt private response keys at rest; default: {@code stadttor.data-key}
 * @param trustList whose PIDs are accepted
 * @param proxy through which status lists are fetched; directly by default
 * @param verification how strictly credentials are verified
 * @param runtimeRole database role to be granted access after a migration, if another one owns the schema
 * @param loopbackAllowed plain http and loopback addresses, for a sandbox; default: {@code stadttor.sandbox-mode}
 */
@ConfigurationProperties(prefix = "stadttor.wallet", ignoreUnknownFields = false)
public record WalletBridgeProperties(
        @Nullable URI baseAddress,
        @DefaultValue("/login/return") String returnPath,
        @DefaultValue("/login/done") String donePath,
        AccessCertificateSettings accessCertificate,
        @Nullable String dataKey,
        PidProviderListSettings trustList,
        @DefaultValue Durations durations,
        @DefaultValue Limits limits,
        @Nullable ProxySettings proxy,
        @DefaultValue VerificationSettings verification,
        @Nullable String runtimeRole,
        @Nullable Boolean loopbackAllowed) {

    public WalletBridgeProperties {
        require(accessCertificate, "access-certificate.chain");
        require(trustList, "trust-list.url");
        requirePath(returnPath);
        requirePath(donePath);
        if (runtimeRole != null && !runtimeRole.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("stadttor.wallet.runtime-role must be a plain role name");
        }
    }

    /** Binding leaves null what is not set. */
    private static void require(@Nullable Object value, String name) {
        Objects.requireNonNull(value, "stadttor.wallet." + name + " is required");
    }

    private static void requirePath(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("paths of stadttor.wallet start with one slash");
        }
    }

    /**
     * The access certificate (WRPAC).
     *
     * @param chain PEM, leaf first; a trust anchor at its end is left out
     * @param key PEM of the P-256 private key, PKCS#8 or SEC1
     */
    public record AccessCertificateSettings(String chain, String key) {

        public AccessCertificateSettings {
            require(chain, "access-certificate.chain");
            require(key, "access-certificate.key");
        }

        @Override
        public String toString() {
            return "AccessCertificateSettings[…]";
        }
    }

    /**
     * The list of PID providers.
     *
     * @param url where it is published
     * @param signer PEM of the certificate that signs it, pinned; two while it changes
     * @param longPoll how long the publisher may hold an answer back
     * @param pollInterval how often to ask without waiting: 100 ms to 5 s
     * @param tlsAuthorities PEM of certificate authorities of the internal network; default: those of the Java runtime
     */
    public record PidProviderListSettings(
            URI url,
            String signer,
            @DefaultValue("25s") Duration longPoll,
            @DefaultValue("1s") Duration pollInterval,
            @Nullable String tlsAuthorities) {

        public PidProviderListSettings {
            require(url, "trust-list.url");
            require(signer, "trust-list.signer");
        }
    }

    /** An HTTP proxy for what is fetched from the Internet. It must keep requests away from private ranges. */
    public record ProxySettings(String host, int port) {}

    /**
     * How strictly credentials are verified.
     *
     * @param clockSkew at most 60 s
     * @param keyBindingMaxAge how long ago the holder may have signed
     * @param maxValidityWithoutStatus credentials valid for no longer need no status; zero: all need one, unless their
     *     entry in the trust list says otherwise
     */
    public record VerificationSettings(
            @DefaultValue("60s") Duration clockSkew,
            @DefaultValue("5m") Duration keyBindingMaxAge,
            @DefaultValue("0s") Duration maxValidityWithoutStatus) {}

    /**
     * How long things live.
     *
     * @param answerWithin an unanswered presentation and its request object
     * @param collectWithin the time the browser has after the answer
     * @param handleOverlap how long a rotated request handle stays valid
     * @param expiryInterval how often expired presentations are deleted
     */
    public record Durations(
            @DefaultValue("5m") Duration answerWithin,
            @DefaultValue("2m") Duration collectWithin,
            @DefaultValue("20s") Duration handleOverlap,
            @DefaultValue("15s") Duration expiryInterval) {

        public Durations {
            requireAtMost(answerWithin, Duration.ofMinutes(30), "answer-within");
            requireAtMost(collectWithin, Duration.ofMinutes(10), "collect-within");
            requireAtMost(handleOverlap, Duration.ofMinutes(2), "handle-overlap");
            requireAtMost(expiryInterval, Duration.ofHours(1), "expiry-interval");
        }

        private static void requireAtMost(Duration value, Duration limit, String name) {
            if (!value.isPositive() || value.compareTo(limit) > 0) {
                throw new IllegalArgumentException(
                        "stadttor.wallet.durations." + name + " must be more than 0 and at most " + limit);
            }
        }
    }

    /**
     * How much is read from a wallet.
     *
     * @param responseBytes the body of a response
     * @param requestBytes the body of a POST that fetches a request object
     */
    public record Limits(
            @DefaultValue("262144") int responseBytes,
            @DefaultValue("32768") int requestBytes) {

        public Limits {
            if (responseBytes < 16 * 1024 || responseBytes > 1024 * 1024) {
                throw new IllegalArgumentException("stadttor.wallet.limits.response-bytes must be 16384 to 1048576");
            }
            if (requestBytes < 1024 || requestBytes > 1024 * 1024) {
                throw new IllegalArgumentException("stadttor.wallet.limits.request-bytes must be 1024 to 1048576");
            }
        }
    }

    @Override
    public String toString() {
        return "WalletBridgeProperties[" + baseAddress + "]";
    }
}
