// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.assembly;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.stadttor.idp.login.RegisterWallet;
import org.stadttor.idp.login.Wallet;
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

    /** Registers the agency with its portal, and the wallet. */
    public void registerAt(Part idp) {
        new AgencyRegistration(idp).register(ecosystem.portal());
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
}
