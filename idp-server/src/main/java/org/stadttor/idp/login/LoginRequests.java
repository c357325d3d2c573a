// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.util.Optional;
import org.stadttor.idp.authorization.PendingAuthorization;
import org.stadttor.idp.authorization.PendingAuthorizations;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.wallet.presentation.BrowserBinding;

/** Finds the login a page is about; empty if it has ended, belongs to another browser, its portal was suspended, or may not ask any more. */
public final class LoginRequests {

    private final PendingAuthorizations pendings;
    private final RelyingParties relyingParties;

    public LoginRequests(PendingAuthorizations pendings, RelyingParties relyingParties) {
        this.pendings = pendings;
        this.relyingParties = relyingParties;
    }

    public Optional<LoginRequest> find(String handle, BrowserBinding browser) {
        return pendings.find(handle, browser).flatMap(this::withRelyingParty);
    }

    /** Gives the citizen more time. */
    public Optional<LoginRequest> extend(String handle, BrowserBinding browser) {
        return pendings.extend(handle, browser).flatMap(this::withRelyingParty);
    }

    private Optional<LoginRequest> withRelyingParty(PendingAuthorization pending) {
        return relyingParties
                .findLive(pending.clientId())
                .map(relyingParty -> new LoginRequest(pending, relyingParty))
                .filter(login -> !login.asked().isEmpty());
    }
}
