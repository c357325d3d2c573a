// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * What this installation tells a relying party outside of a login, signed with the keys of its ID tokens. It can never
 * pass for one: it has its own type and neither subject nor end.
 */
public final class Notices {

    /** The {@code typ} of such a JWT. */
    public static final String TYPE = "stadttor-notice+jwt";

    private final SigningKeys keys;
    private final Issuer issuer;
    private final Clock clock;

    public Notices(SigningKeys keys, Issuer issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * A compact JWS.
     *
     * @param id {@code jti}; the same when the same notice is sent again
     */
    public String sign(ClientId audience, String id, Map<String, Object> members) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .audience(audience.value())
                .issueTime(Date.from(clock.instant()))
                .jwtID(id);
        members.forEach(claims::claim);
        return keys.sign(new JOSEObjectType(TYPE), claims.build());
    }
}
