// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.stadttor.sandbox.pidprovider.PidProviders;
import org.stadttor.sandbox.portal.IdentityProvider;
import org.stadttor.sandbox.portal.PortalKeys;
import org.stadttor.sandbox.wallet.AccessAuthorities;
import org.stadttor.sandbox.wallet.SandboxWallet;

/**
 * The running counterparts: PID providers under {@code /pid-provider}, the wallet under {@code /wallet}, the portal of
 * Musterstadt under {@code /portal}. Several can run in one JVM.
 */
public final class SandboxEcosystem implements AutoCloseable {

    /** Name of the configuration file: {@code sandbox-ecosystem.yml}. */
    public static final String CONFIG_NAME = "sandbox-ecosystem";

    private final ConfigurableApplicationContext context;
    private final EcosystemSettings settings;
    private final URI address;

    private SandboxEcosystem(ConfigurableApplicationContext context, EcosystemSettings settings) {
        this.context = context;
        this.settings = settings;
        EcosystemAddress known = context.getBean(EcosystemAddress.class);
        known.startedOn(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        this.address = known.get();
    }

    /** Starts all of it and returns when it answers. The identity provider need not run yet. */
    public static SandboxEcosystem start(EcosystemSettings settings) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(EcosystemApplication.class)
                .properties(Map.of("spring.config.name", CONFIG_NAME))
                .bannerMode(Banner.Mode.OFF)
                .initializers(fresh ->
                        ((GenericApplicationContext) fresh).registerBean(EcosystemSettings.class, () -> settings))
                .run("--server.port=" + settings.port(), "--server.address=" + settings.bindAddress());
        return new SandboxEcosystem(context, settings);
    }

    /** Where everything is reached, without a slash at the end. */
    public URI address() {
        return address;
    }

    /** The PID providers, with the certificates that belong into a trust list. */
    public PidProviders pidProviders() {
        return context.getBean(PidProviders.class);
    }

    /** The wallet, for use without a browser. */
    public SandboxWallet wallet() {
        return context.getBean(SandboxWallet.class);
    }

    /** The engagement endpoint of the wallet in the browser, for the list of wallets of a verifier. */
    public URI walletEngagement() {
        return URI.create(address + "/wallet/open");
    }

    /** Makes the wallet accept access certificates under one more root. */
    public void acceptAccessAuthority(X509Certificate root) {
        context.getBean(AccessAuthorities.class).add(root);
    }

    /** What an identity provider must know to register the portal. */
    public PortalRegistration portal() {
        return new PortalRegistration(
                settings.portal().clientId(),
                URI.create(address + "/portal"),
                URI.create(address + "/portal/callback"),
                URI.create(address + "/portal/jwks"),
                context.getBean(PortalKeys.class).publicKeys().toString(),
                settings.portal().scopes());
    }

    /** Sends the users of the portal to this identity provider from now on. */
    public void useIssuer(URI issuer) {
        context.getBean(IdentityProvider.class).use(issuer);
    }

    @Override
    public void close() {
        context.close();
    }

    /**
     * The portal as a relying party.
     *
     * @param home its start page
     * @param jwks its public keys as JSON, the same as behind {@code jwksUri}
     */
    public record PortalRegistration(
            String clientId, URI home, URI redirectUri, URI jwksUri, String jwks, List<String> scopes) {}
}
