// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import org.stadttor.staff.StaffAddress;
import org.stadttor.staff.oidc.Attempt;

/**
 * The attempt of this browser. Unlike the session's cookie it comes along when the provider sends the browser back
 * ({@code SameSite=Lax}), and it goes to no other page.
 */
final class AttemptCookie {

    static final String NAME = "stadttor-staff-openid";
    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String PATH = "/staff/openid";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final StaffAddress address;

    AttemptCookie(StaffAddress address) {
        this.address = address;
    }

    void set(HttpServletResponse response, Attempt attempt) {
        write(response, attempt.binding(), LIFETIME);
    }

    /** Ends the attempt in this browser: it is tried once. */
    Optional<Attempt> take(HttpServletRequest request, HttpServletResponse response) {
        write(response, "", Duration.ZERO);
        @Nullable Cookie cookie = WebUtils.getCookie(request, NAME);
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(value -> FORM.matcher(value).matches())
                .map(Attempt::new);
    }

    private void write(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path(PATH)
                        .httpOnly(true)
                        .secure("https".equals(address.origin().getScheme()))
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
