// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stadttor.wallet.pid.PersonIdentification;
import org.stadttor.wallet.pid.PidAttribute;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attributes released to one relying party, from the wallet's answer to the UserInfo response. Between the two they
 * exist only sealed: under a key made from the code, then from the access token, of which the database knows hashes.
 * Claim names come from {@link PidAttribute}, so that no wallet can set a claim of the protocol.
 */
public final class ReleasedClaims {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sealing underCode;
    private final Sealing underAccessToken;

    public ReleasedClaims(SecureRandom random) {
        this.underCode = new Sealing("stadttor released claims v1: authorization code", random);
        this.underAccessToken = new Sealing("stadttor released claims v1: access token", random);
    }

    /** The released attributes of a person as JSON; attributes the wallet did not give are absent. */
    byte[] of(PersonIdentification person, Set<PidAttribute> released) {
        ObjectNode claims = JSON.createObjectNode();
        for (PidAttribute attribute : PidAttribute.values()) {
            JsonNode value = person.attributes().get(attribute);
            if (value != null && released.contains(attribute)) {
                claims.set(attribute.claim(), value);
            }
        }
        return JSON.writeValueAsBytes(claims);
    }

    byte[] sealForCode(byte[] code, UUID grant, byte[] claims) {
        return underCode.seal(code, grant.toString(), claims);
    }

    /** Opens what was sealed for the code and seals it for the access token. */
    byte[] reseal(byte[] code, byte[] accessToken, UUID grant, byte[] sealed) {
        byte[] claims = underCode.open(code, grant.toString(), sealed);
        return underAccessToken.seal(accessToken, grant.toString(), claims);
    }

    /** The UserInfo response: the released attributes and the subject, which nothing overwrites. */
    byte[] userInfo(byte[] accessToken, Grant grant, byte[] sealed) {
        byte[] claims = underAccessToken.open(accessToken, grant.id().toString(), sealed);
        ObjectNode response = JSON.createObjectNode().put("sub", grant.subject());
        for (Map.Entry<String, JsonNode> claim : JSON.readTree(claims).properties()) {
            if (PidAttribute.of(claim.getKey()).isPresent()) {
                response.set(claim.getKey(), claim.getValue());
            }
        }
        return JSON.writeValueAsBytes(response);
    }
}
