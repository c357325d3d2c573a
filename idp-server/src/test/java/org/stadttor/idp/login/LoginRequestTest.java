// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.authorization.PendingAuthorization;
import org.stadttor.idp.authorization.PendingAuthorizations;
import org.stadttor.idp.relyingparty.AttributeEntitlement;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.Flow;

/** A registration that was reduced after the push. */
class LoginRequestTest {

    private static final ClientId PORTAL = new ClientId("portal");

    @Test
    void asks_the_wallet_for_nothing_the_party_is_not_entitled_to_any_more() {
        LoginRequest login = find(PidAttribute.FAMILY_NAME).orElseThrow();
        assertThat(login.toWallet(Flow.SAME_DEVICE).attributes()).containsExactly(PidAttribute.FAMILY_NAME);
    }

    @Test
    void ends_where_nothing_is_left_to_ask_for() {
        assertThat(find(PidAttribute.TITLE)).isEmpty();
    }

    private static Optional<LoginRequest> find(PidAttribute... entitled) {
        return new LoginRequests(pendings(), clientId -> Optional.of(party(entitled)))
                .find("handle", BrowserBinding.create(new SecureRandom()));
    }

    private static PendingAuthorizations pendings() {
        PendingAuthorization pending = new PendingAuthorization(
                "handle",
                PORTAL,
                Set.of(PidAttribute.FAMILY_NAME, PidAttribute.ADDRESS),
                List.of(),
                Instant.MAX,
                Instant.MAX);
        return new PendingAuthorizations() {
            @Override
            public Optional<PendingAuthorization> find(String handle, BrowserBinding browser) {
                return Optional.of(pending);
            }

            @Override
            public Optional<PendingAuthorization> extend(String handle, BrowserBinding browser) {
                return Optional.of(pending);
            }
        };
    }

    private static RelyingParty party(PidAttribute... entitled) {
        return new RelyingParty(
                PORTAL,
                Map.of("de", "Portal"),
                List.of(URI.create("https://portal.example/callback")),
                new RelyingParty.Keys.Inline(new JWKSet()),
                "portal.example",
                RelyingParty.Matching.TRANSIENT,
                Stream.of(entitled)
                        .map(attribute -> new AttributeEntitlement(attribute, Map.of("de", "Zweck"), true))
                        .toList(),
                URI.create("https://portal.example/privacy"));
    }
}
