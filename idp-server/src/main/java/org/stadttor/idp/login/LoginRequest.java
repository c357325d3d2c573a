// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stadttor.idp.authorization.PendingAuthorization;
import org.stadttor.idp.relyingparty.AttributeEntitlement;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationRequest;

/** A login that waits for its citizen, and who asked for it. */
public record LoginRequest(PendingAuthorization pending, RelyingParty relyingParty) {

    public LoginRequest {
        Objects.requireNonNull(pending);
        Objects.requireNonNull(relyingParty);
    }

    public String handle() {
        return pending.handle();
    }

    /**
     * The entitlements this request makes use of, in the order they were registered. One that was taken away since the
     * push is not among them: the wallet is asked for no more than the page says.
     */
    public List<AttributeEntitlement> asked() {
        return relyingParty.entitlements().stream()
                .filter(entitlement -> pending.attributes().contains(entitlement.attribute()))
                .toList();
    }

    PresentationRequest toWallet(Flow flow) {
        return new PresentationRequest(
                attributes(entitlement -> true),
                attributes(AttributeEntitlement::mandatory),
                flow,
                pending.clientId().value());
    }

    private Set<PidAttribute> attributes(Predicate<AttributeEntitlement> which) {
        return asked().stream()
                .filter(which)
                .map(AttributeEntitlement::attribute)
                .collect(Collectors.toUnmodifiableSet());
    }
}
