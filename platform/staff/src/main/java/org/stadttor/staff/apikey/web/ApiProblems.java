// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program is told that may not do something.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>
 */
public final class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REALM = "realm=\"stadttor\"";

    /** Nobody is signed in: no key was sent. */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authException)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, (isFeed(request) ? "Basic " : "Bearer ") + REALM);
        write(response, HttpStatus.UNAUTHORIZED, "api_key_missing", "Send an API key: Authorization: Bearer stk_…");
    }

    /** The key may not do this. */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException accessDeniedException)
            throws IOException {
        write(response, HttpStatus.FORBIDDEN, "forbidden", "This key and its owner may not do this.");
    }

    /** A key that is none, or none any more; the answer is the same for both. */
    void wrongKey(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                isFeed(request) ? "Basic " + REALM : "Bearer " + REALM + ", error=\"invalid_token\"");
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "api_key_invalid",
                "This key is unknown, expired or revoked, or its owner may not sign in.");
    }

    /** Too many wrong keys from one address. */
    void tooMany(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(FailedAttempts.WINDOW.toSeconds()));
        write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "too_many_attempts",
                "Too many wrong keys came from this address. A right key still works.");
    }

    /** Calendars can send a password, but no bearer key. */
    static boolean isFeed(HttpServletRequest request) {
        return request.getServletPath().endsWith(".ics");
    }

    private static void write(HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("code", code);
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.getOutputStream().write(JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }
}
