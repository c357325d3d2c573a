// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import org.stadttor.idp.relyingparty.ClientId;

/**
 * Use case: a relying party revokes an access token; unknown tokens and tokens of others are left alone, silently.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009#section-2.2">RFC 7009, section 2.2</a>
 */
public final class RevokeToken {

    private final Grants grants;

    public RevokeToken(Grants grants) {
        this.grants = grants;
    }

    /** Revokes it and destroys its sealed claims. */
    public void revoke(String token, ClientId client) {
        grants.revokeByAccessToken(new BearerSecret(token).hash(), client.value());
    }
}
