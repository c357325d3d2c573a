// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page, without a session. In this order: the parameter {@code lang}, the cookie that remembers it, what
 * the application prefers for this request ({@code ui_locales} of OpenID Connect), the browser's languages, German.
 */
public final class Languages implements LocaleResolver, HandlerInterceptor {

    /** What pages are written in; the first is the fallback. */
    public static final List<Locale> SUPPORTED = List.of(Locale.GERMAN, Locale.ENGLISH);

    static final String PARAMETER = "lang";
    static final String COOKIE = "stadttor-lang";
    private static final String PREFERRED = Languages.class.getName() + ".preferred";

    Languages() {}

    /** Languages the application prefers for this request, best first; called before the page is rendered. */
    public static void prefer(HttpServletRequest request, Collection<Locale> locales) {
        request.setAttribute(PREFERRED, List.copyOf(locales));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(parameter(request))
                .or(() -> remembered(request))
                .or(() -> preferred(request))
                .or(() -> accepted(request))
                .orElse(SUPPORTED.getFirst());
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by parameter");
    }

    /** Remembers the choice in a cookie that says nothing else. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        chosen(parameter(request)).ifPresent(locale -> {
            ResponseCookie cookie = ResponseCookie.from(COOKIE, locale.getLanguage())
                    .path("/")
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        });
        return true;
    }

    /** Only of links: asking a POST for a parameter would read its body, which belongs to the handler. */
    private static @Nullable String parameter(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) ? request.getParameter(PARAMETER) : null;
    }

    private static Optional<Locale> chosen(@Nullable String language) {
        return SUPPORTED.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static Optional<Locale> remembered(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : chosen(cookie.getValue());
    }

    private static Optional<Locale> preferred(HttpServletRequest request) {
        return request.getAttribute(PREFERRED) instanceof List<?> locales
                ? locales.stream()
                        .map(locale -> chosen(((Locale) locale).getLanguage()))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Locale> accepted(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .map(locale -> chosen(locale.getLanguage()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
