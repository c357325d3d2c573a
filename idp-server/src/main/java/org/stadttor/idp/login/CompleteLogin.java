// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.util.Optional;
import org.stadttor.idp.authorization.CompleteAuthorization;
import org.stadttor.idp.authorization.PendingAuthorizationGoneException;
import org.stadttor.idp.citizen.Citizen;
import org.stadttor.idp.citizen.CitizenNotIdentifiableException;
import org.stadttor.idp.citizen.IdentifyCitizen;
import org.stadttor.wallet.pid.PersonIdentification;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.CollectResult;
import org.stadttor.wallet.presentation.PresentationId;
import org.stadttor.wallet.presentation.PresentationOutcome;

/**
 * Use case: from the collected result to the portal. The attributes go from the sealed result into the sealed code within
 * this one request.
 */
public final class CompleteLogin {

    private final CollectResult collect;
    private final PresentationMemory memory;
    private final LoginRequests logins;
    private final IdentifyCitizen identify;
    private final CompleteAuthorization complete;

    public CompleteLogin(
            CollectResult collect,
            PresentationMemory memory,
            LoginRequests logins,
            IdentifyCitizen identify,
            CompleteAuthorization complete) {
        this.collect = collect;
        this.memory = memory;
        this.logins = logins;
        this.identify = identify;
        this.complete = complete;
    }

    /**
     * Same device: the wallet brought the browser back.
     *
     * @see <a href="https://openid.net/specs/openid4vc-high-assurance-interoperability-profile-1_0-final.html">HAIP 1.0,
     *     section 5.1</a>
     */
    public LoginOutcome byResponseCode(String responseCode, BrowserBinding browser) {
        return decide(collect.collectByResponseCode(responseCode, browser), browser);
    }

    /** Other device: the waiting page collects. Of the same device only a refusal is collected this way. */
    public LoginOutcome byPolling(LoginPresentation presentation, BrowserBinding browser) {
        if (presentation.refusal() != null) {
            return new LoginOutcome.Refused(presentation, presentation.id(), presentation.refusal());
        }
        return decide(collect.collectByPolling(presentation.id(), browser), browser);
    }

    private LoginOutcome decide(PresentationOutcome outcome, BrowserBinding browser) {
        return switch (outcome) {
            case PresentationOutcome.NothingToCollect nothing -> new LoginOutcome.Nothing();
            case PresentationOutcome.Refused(PresentationId id, String reasonCode) -> refuse(id, reasonCode, browser);
            case PresentationOutcome.Identified(PresentationId id, PersonIdentification person) ->
                admit(id, person, browser);
        };
    }

    private LoginOutcome refuse(PresentationId id, String reasonCode, BrowserBinding browser) {
        memory.refuse(id, reasonCode);
        return memory.find(id, browser)
                .<LoginOutcome>map(presentation -> new LoginOutcome.Refused(presentation, id, reasonCode))
                .orElseGet(LoginOutcome.TooLate::new);
    }

    private LoginOutcome admit(PresentationId id, PersonIdentification person, BrowserBinding browser) {
        Optional<LoginRequest> login =
                memory.find(id, browser).flatMap(presentation -> logins.find(presentation.handle(), browser));
        if (login.isEmpty()) {
            return new LoginOutcome.TooLate();
        }
        try {
            Citizen citizen = identify.identify(person, login.get().pending().clientId());
            return new LoginOutcome.Completed(complete.succeed(login.get().handle(), browser, citizen));
        } catch (CitizenNotIdentifiableException e) {
            return refuse(id, e.reason().code(), browser);
        } catch (PendingAuthorizationGoneException e) {
            return new LoginOutcome.TooLate();
        }
    }
}
