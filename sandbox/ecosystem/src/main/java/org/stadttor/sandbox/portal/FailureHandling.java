// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Lets failures before the redirect (identity provider down, request not taken) end on the portal's own page too. */
final class FailureHandling implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

    private final AuthenticationFailureHandler handler;

    FailureHandling(AuthenticationFailureHandler handler) {
        this.handler = handler;
    }

    @Override
    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(handler);
        return filter;
    }
}
