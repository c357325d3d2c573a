// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.web.util.WebUtils;
import org.stadttor.wallet.presentation.BrowserBinding;

/** Reads the cookie that the authorization endpoint gave to the browser. */
public final class BrowserCookie {

    private final String name;

    public BrowserCookie(URI issuer) {
        this.name = "https".equals(issuer.getScheme()) ? "__Host-stadttor" : "stadttor";
    }

    /** Empty if there is none, or if it is not one of ours. */
    public Optional<BrowserBinding> read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(BrowserBinding.parse(cookie.getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
