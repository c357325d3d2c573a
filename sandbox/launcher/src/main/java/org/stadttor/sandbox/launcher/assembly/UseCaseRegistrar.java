// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.assembly;

import org.stadttor.idp.login.RegisterWallet;
import org.stadttor.idp.relyingparty.InvalidRegistrationException;
import org.stadttor.idp.relyingparty.RegisterRelyingParty;
import org.stadttor.sandbox.launcher.registration.Registrar;
import org.stadttor.sandbox.launcher.registration.RegistrationKind;
import org.stadttor.sandbox.launcher.registration.RegistrationRefusedException;
import org.stadttor.trustlist.issuer.IssuerRefusedException;

/** Registers through the use cases of the running applications, as their administrations do. */
public final class UseCaseRegistrar implements Registrar {
    private static final String ACTOR = "sandbox";

    private final Part trustList;
    private final Part idp;

    public UseCaseRegistrar(Part trustList, Part idp) {
        this.trustList = trustList;
        this.idp = idp;
    }

    @Override
    public void register(RegistrationKind kind, String id, String document) {
        try {
            switch (kind) {
                case ISSUERS -> new IssuerRegistration(trustList).register(IssuerDocument.read(id, document));
                case WALLETS -> idp.bean(RegisterWallet.class).register(WalletDocument.read(id, document), ACTOR);
                case RELYING_PARTIES -> registerRelyingParty(id, document);
            }
        } catch (InvalidRegistrationException | IssuerRefusedException e) {
            throw new RegistrationRefusedException(String.valueOf(e.getMessage()));
        }
    }

    private void registerRelyingParty(String id, String document) {
        if (!IssuerDocument.parse(document).path("client_id").asString("").equals(id)) {
            throw new RegistrationRefusedException("client_id must be the same as the name of the file");
        }
        idp.bean(RegisterRelyingParty.class).register(new RegisterRelyingParty.Command(document, ACTOR));
    }
}
