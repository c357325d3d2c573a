// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.stadttor.wallet.presentation.BrowserBinding;

/**
 * CSRF tokens without a session: an HMAC under the secret in the browser's cookie, over the login the form is about. No
 * other site can make one, and a token is worth nothing with another cookie or another login.
 */
public final class BrowserCsrfTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String PARAMETER = "_csrf";

    private final BrowserCookie cookie;
    private final SecureRandom random;

    public BrowserCsrfTokens(BrowserCookie cookie, SecureRandom random) {
        this.cookie = cookie;
        this.random = random;
    }

    /** Without a cookie a random token that nothing will accept. */
    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        CsrfToken token = loadToken(request);
        return token != null ? token : token(BrowserBinding.create(random).secret());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // The token can be made again from the cookie.
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        String login = Objects.requireNonNullElse(request.getParameter(LoginPaths.REQUEST), "");
        return cookie.read(request).map(browser -> token(mac(browser, login))).orElse(null);
    }

    private static CsrfToken token(byte[] bytes) {
        return new DefaultCsrfToken(
                HEADER, PARAMETER, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static byte[] mac(BrowserBinding browser, String login) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(browser.secret(), "HmacSHA256"));
            return mac.doFinal(("stadttor csrf 1 " + login).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
