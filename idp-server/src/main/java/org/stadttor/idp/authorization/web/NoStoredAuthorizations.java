// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Spring's store of authorizations, which must not be used: it would keep tokens and the serialised principal, attributes
 * included. Requests and grants are in narrow tables of their own, written by our providers; whatever of Spring's would
 * reach for this store fails.
 */
public final class NoStoredAuthorizations implements OAuth2AuthorizationService {

    @Override
    public void save(OAuth2Authorization authorization) {
        throw refused();
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        throw refused();
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        throw refused();
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        throw refused();
    }

    private static UnsupportedOperationException refused() {
        return new UnsupportedOperationException("authorizations are not kept in this form");
    }
}
