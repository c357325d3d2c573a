// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.keywarning.net;

import java.time.Clock;
import java.util.Map;
import org.stadttor.idp.keywarning.KeyWarning;
import org.stadttor.idp.keywarning.Webhooks;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.outbound.AddressRule;
import org.stadttor.outbound.OutboundHttp;
import org.stadttor.outbound.OutboundPolicy;
import org.stadttor.outbound.OutboundPost;

/** Posts each warning as a JWT that this installation has signed; what the receiver answers is not read. */
public final class SignedWebhooks implements Webhooks {

    /** Signs what is said to a relying party. */
    @FunctionalInterface
    public interface Signer {

        /** A compact JWS over the claims, for this audience. */
        String sign(ClientId audience, String id, Map<String, Object> claims);
    }

    /** The event that a key ends. */
    public static final String KEY_EXPIRES = "key-expires";

    private static final int LARGEST = 16 * 1024;

    private final OutboundHttp http;
    private final Signer signer;
    private final Clock clock;

    public SignedWebhooks(OutboundHttp http, Signer signer, Clock clock) {
        this.http = http;
        this.signer = signer;
        this.clock = clock;
    }

    /** What sending may do. */
    public static OutboundPolicy policy(boolean sandboxMode) {
        return OutboundPolicy.forPurpose("webhook")
                .withMaxBody(LARGEST)
                .withAddresses(sandboxMode ? AddressRule.PUBLIC_OR_LOOPBACK : AddressRule.PUBLIC);
    }

    @Override
    public void send(KeyWarning warning) {
        String notice = signer.sign(
                warning.clientId(),
                warning.id().toString(),
                Map.of(
                        "event", KEY_EXPIRES,
                        "kid", warning.keyId(),
                        "expires_at", warning.expiresAt().getEpochSecond(),
                        "days_left", warning.threshold().days(),
                        "sent_at", clock.instant().getEpochSecond()));
        http.post(new OutboundPost(warning.webhook(), "application/jwt", notice));
    }
}
