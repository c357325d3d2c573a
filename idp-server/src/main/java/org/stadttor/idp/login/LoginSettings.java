// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.stadttor.wallet.openid4vp.EngagementUri;
import org.stadttor.wallet.openid4vp.RequestUriMethod;

/**
 * Settings of the login pages; described in {@code docs/operations/login.md}.
 *
 * @param wallets wallets to offer; others can be registered while the server runs
 * @param qr what the QR code for a wallet on another device contains
 * @param site what the frame of the pages says
 * @param watchers how many waiting pages one node tells by server-sent events; the others ask by themselves
 */
@ConfigurationProperties(prefix = "stadttor.login", ignoreUnknownFields = false)
public record LoginSettings(
        @DefaultValue List<WalletEntry> wallets,
        @DefaultValue Qr qr,
        @DefaultValue SiteEntry site,
        @DefaultValue("2000") int watchers) {

    /**
     * A wallet.
     *
     * @param id stable, also part of the button's id
     * @param names by BCP 47 language, at least {@code de}
     * @param engagement the wallet's endpoint: a scheme such as {@code openid4vp://}, or an https address
     */
    public record WalletEntry(
            String id,
            Map<String, String> names,
            String engagement,
            @DefaultValue("GET") RequestUriMethod requestUriMethod) {

        private Wallet wallet() {
            return new Wallet(id, names, engagement, requestUriMethod);
        }
    }

    /**
     * The QR code.
     *
     * @param engagement endpoint of any wallet
     * @param rotateAfter age at which it is replaced while somebody looks at it
     */
    public record Qr(
            @DefaultValue("openid4vp://") String engagement,
            @DefaultValue("GET") RequestUriMethod requestUriMethod,
            @DefaultValue("45s") Duration rotateAfter) {

        private static final Duration OLDEST = Duration.ofSeconds(90);

        public Qr {
            EngagementUri.requireEndpoint(engagement);
            if (!rotateAfter.isPositive() || rotateAfter.compareTo(OLDEST) > 0) {
                throw new IllegalArgumentException(
                        "stadttor.login.qr.rotate-after must be more than 0 and at most 90s");
            }
        }
    }

    /**
     * The frame of the pages.
     *
     * @param official whether the operator is a public authority and the pages may say so
     */
    public record SiteEntry(
            @DefaultValue("Stadttor") String name,
            @DefaultValue("false") boolean official,
            @Nullable URI imprint,
            @Nullable URI privacy,
            @Nullable URI accessibility) {}

    public LoginSettings {
        wallets = List.copyOf(wallets);
        if (watchers < 0) {
            throw new IllegalArgumentException("stadttor.login.watchers must not be negative");
        }
    }

    /** The wallets of the settings, checked. */
    public List<Wallet> registered() {
        return wallets.stream().map(WalletEntry::wallet).toList();
    }
}
