// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes an authorization response, good or bad, only from the identity provider that was asked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9207">RFC 9207, section 2.4</a>
 */
final class IssuerCheck extends OncePerRequestFilter {

    private final IdentityProvider provider;
    private final String callback;
    private final String errorPage;

    IssuerCheck(IdentityProvider provider, String callback, String errorPage) {
        this.provider = provider;
        this.callback = callback;
        this.errorPage = errorPage;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !callback.equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String[] received = request.getParameterValues("iss");
        if (received != null && received.length == 1 && received[0].equals(expected())) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(errorPage + "?reason=issuer_mismatch");
        }
    }

    private String expected() {
        try {
            return String.valueOf(provider.registration().getProviderDetails().getIssuerUri());
        } catch (OAuth2AuthenticationException e) {
            return "";
        }
    }
}
