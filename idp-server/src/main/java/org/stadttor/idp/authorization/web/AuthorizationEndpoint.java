// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.authorization.OpenAuthorization;
import org.stadttor.idp.authorization.OpenAuthorization.Outcome;
import org.stadttor.idp.authorization.OpenAuthorization.Reason;
import org.stadttor.wallet.presentation.BrowserBinding;

/**
 * The authorization endpoint: {@code client_id} and {@code request_uri} count, everything else was pushed. Where nothing
 * names a trustworthy address, the login pages show an error.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9126#section-4">RFC 9126, section 4</a>
 */
@Controller
public final class AuthorizationEndpoint {

    /** Request attribute by which the error page gets the code of the error. */
    public static final String ERROR_CODE = "stadttor.error-code";

    private final OpenAuthorization openAuthorization;
    private final Issuer issuer;
    private final SecureRandom random;

    public AuthorizationEndpoint(OpenAuthorization openAuthorization, Issuer issuer, SecureRandom random) {
        this.openAuthorization = openAuthorization;
        this.issuer = issuer;
        this.random = random;
    }

    /**
     * Begins a login, or refuses. What was posted is asked for again by GET: a post from another site comes without our
     * cookie, and a new one would take the place of the one that other logins of this browser stand on.
     */
    @RequestMapping(
            path = "/oauth2/authorize",
            method = {RequestMethod.GET, RequestMethod.POST})
    public void authorize(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String clientId = single(request, "client_id");
        String requestUri = single(request, "request_uri");
        if (request.getParameter("request") != null) {
            refuse(Reason.REQUEST_NOT_SUPPORTED, request, response);
            return;
        }
        if (clientId == null || requestUri == null) {
            refuse(Reason.PAR_REQUIRED, request, response);
            return;
        }
        if ("POST".equals(request.getMethod())) {
            redirect(
                    response,
                    issuer.address("/oauth2/authorize?client_id=" + encoded(clientId) + "&request_uri="
                            + encoded(requestUri)));
            return;
        }
        open(clientId, requestUri, request, response);
    }

    private void open(String clientId, String requestUri, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        BrowserBinding known = knownBrowser(request);
        BrowserBinding browser = known == null ? BrowserBinding.create(random) : known;
        switch (openAuthorization.open(clientId, requestUri, browser)) {
            case Outcome.Login(String handle) -> {
                if (known == null) {
                    response.addHeader(HttpHeaders.SET_COOKIE, cookie(browser));
                }
                redirect(response, issuer.address("/login?request=" + handle));
            }
            case Outcome.Redirect(var address) -> redirect(response, address.toString());
            case Outcome.Refused(Reason reason) -> refuse(reason, request, response);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static @Nullable String single(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null || values.length != 1 || values[0].length() > 500 ? null : values[0];
    }

    private @Nullable BrowserBinding knownBrowser(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(cookieName())) {
                    return parse(cookie.getValue());
                }
            }
        }
        return null;
    }

    private static @Nullable BrowserBinding parse(String value) {
        try {
            return BrowserBinding.parse(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String cookieName() {
        return issuer.isHttps() ? "__Host-stadttor" : "stadttor";
    }

    private String cookie(BrowserBinding browser) {
        return ResponseCookie.from(cookieName(), browser.cookieValue())
                .httpOnly(true)
                .secure(issuer.isHttps())
                .sameSite("Lax")
                .path("/")
                .build()
                .toString();
    }

    /** 303: a request posted here must not be posted again elsewhere (RFC 9700, 4.12). */
    private static void redirect(HttpServletResponse response, String address) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, address);
    }

    private static void refuse(Reason reason, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        request.setAttribute(ERROR_CODE, reason.code());
        request.getRequestDispatcher("/login/error").forward(request, response);
    }
}
