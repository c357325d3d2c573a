// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.stadttor.staff.StaffSettings;

/** Sessions, on the staff port only: nothing that citizens or machines do can make one. */
public final class StaffSessionFilter implements Filter {

    /** Name of the cookie. */
    public static final String COOKIE = "stadttor-staff";

    private final StaffPort port;
    private final Filter sessions;

    /** Over the repository all nodes share. */
    public <S extends Session> StaffSessionFilter(
            StaffPort port, SessionRepository<S> repository, StaffSettings settings) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        boolean secure = settings.publicAddress() != null
                && "https".equals(settings.publicAddress().getScheme());
        cookie.setCookieName(secure ? "__Host-" + COOKIE : COOKIE);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(secure);
        cookie.setSameSite("Strict");
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        SessionRepositoryFilter<S> filter = new SessionRepositoryFilter<>(repository);
        filter.setHttpSessionIdResolver(resolver);
        this.port = port;
        this.sessions = filter;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && port.matches(http)) {
            sessions.doFilter(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }
}
