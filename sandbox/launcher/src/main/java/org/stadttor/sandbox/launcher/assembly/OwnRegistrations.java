// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stadttor.idp.login.RegisterWallet;
import org.stadttor.idp.login.Wallet;
import org.stadttor.idp.relyingparty.RegisterRelyingParty;
import org.stadttor.sandbox.SandboxEcosystem;
import org.stadttor.sandbox.pidprovider.PidProvider;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.wallet.openid4vp.RequestUriMethod;

/** Makes the sandbox's own PID providers, portal and wallet known to Stadttor. */
public final class OwnRegistrations {
    private static final String ACTOR = "sandbox";

    private final SandboxEcosystem ecosystem;

    public OwnRegistrations(SandboxEcosystem ecosystem) {
        this.ecosystem = ecosystem;
    }

    /** Puts the PID providers on the trust list. */
    public void listIssuers(Part trustList) {
        IssuerRegistration registration = new IssuerRegistration(trustList);
        ecosystem.pidProviders().all().forEach(provider -> registration.register(details(provider)));
    }

    /** Registers portal and wallet. */
    public void registerAt(Part idp) {
        idp.bean(RegisterRelyingParty.class).register(new RegisterRelyingParty.Command(portal(), ACTOR));
        idp.bean(RegisterWallet.class)
                .register(
                        new Wallet(
                                "sandbox",
                                Map.of("de", "Sandbox-Wallet", "en", "Sandbox wallet"),
                                ecosystem.walletEngagement().toString(),
                                RequestUriMethod.POST),
                        ACTOR);
    }

    /** The legal basis under which a PID provider of the sandbox is listed. */
    public static String basis(PidProvider provider) {
        return IssuerRegistration.basis("pid-provider-" + provider.profile().id());
    }

    private static IssuerDetails details(PidProvider provider) {
        X509Certificate status = provider.statusAuthority();
        return new IssuerDetails(
                ListPurpose.PID,
                provider.profile().name(),
                provider.profile().organizationIdentifier(),
                provider.profile().country(),
                new Contact("", "", "", provider.profile().country(), List.of("mailto:pid@sandbox.example"), List.of()),
                List.of(provider.authority()),
                List.of(status),
                StatusPolicy.STATUS_REQUIRED,
                List.of(),
                basis(provider));
    }

    private String portal() {
        SandboxEcosystem.PortalRegistration portal = ecosystem.portal();
        try (InputStream template = Objects.requireNonNull(
                OwnRegistrations.class.getResourceAsStream("/sandbox-portal.json"), "sandbox-portal.json")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${client_id}", portal.clientId())
                    .replace("${redirect_uri}", portal.redirectUri().toString())
                    .replace("${home}", portal.home().toString())
                    .replace("${jwks_uri}", portal.jwksUri().toString())
                    .replace("\"${jwks}\"", portal.jwks());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
