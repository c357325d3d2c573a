// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.util.List;
import java.util.Objects;
import java.util.Set;
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

    /** The entitlements this request makes use of, in the order they were registered. */
    public List<AttributeEntitlement> asked() {
        return relyingParty.entitlements().stream()
                .filter(entitlement -> pending.attributes().contains(entitlement.attribute()))
                .toList();
    }

    PresentationRequest toWallet(Flow flow) {
        Set<PidAttribute> mandatory = asked().stream()
                .filter(AttributeEntitlement::mandatory)
                .map(AttributeEntitlement::attribute)
                .collect(Collectors.toUnmodifiableSet());
        return new PresentationRequest(
                pending.attributes(), mandatory, flow, pending.clientId().value());
    }
}
