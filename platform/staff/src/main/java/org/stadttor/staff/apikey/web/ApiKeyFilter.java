// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.apikey.AuthenticateApiKey;

/**
 * The key of a request: {@code Authorization: Bearer stk_…}, and for calendar feeds the password of HTTP Basic with any
 * user name. Nothing else signs in here, no cookie either, which is why these requests need no token against forgery.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617, HTTP Basic</a>
 */
public final class ApiKeyFilter extends OncePerRequestFilter {

    private static final int MAX_HEADER = 1_000;

    private final AuthenticateApiKey authenticate;
    private final FailedAttempts failures;
    private final ApiProblems problems;

    public ApiKeyFilter(AuthenticateApiKey authenticate, ApiProblems problems, Clock clock) {
        this.authenticate = authenticate;
        this.failures = new FailedAttempts(clock);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<StaffMember> member =
                secret(header, ApiProblems.isFeed(request)).flatMap(authenticate::authenticate);
        if (member.isPresent()) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(member.get(), null, List.of()));
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        } else if (failures.add(request.getRemoteAddr())) {
            problems.tooMany(response);
        } else {
            problems.wrongKey(request, response);
        }
    }

    /** What stands in the header, if it is in a form that is accepted here. */
    static Optional<String> secret(String header, boolean feed) {
        if (header.length() > MAX_HEADER) {
            return Optional.empty();
        }
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(header.substring(7).strip());
        }
        if (feed && header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return password(header.substring(6).strip());
        }
        return Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
