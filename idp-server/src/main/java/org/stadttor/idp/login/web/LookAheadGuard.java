// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * For addresses that take something: browsers that only look ahead, and {@code HEAD} requests, get nothing and take
 * nothing.
 */
public final class LookAheadGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean looksAhead = "HEAD".equals(request.getMethod())
                || header(request, "Sec-Purpose").contains("prefetch")
                || header(request, "Purpose").contains("prefetch")
                || header(request, "X-Moz").contains("prefetch");
        if (looksAhead) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
        return !looksAhead;
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "").toLowerCase(Locale.ROOT);
    }
}
