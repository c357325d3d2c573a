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
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffSettings;

/** Sessions, on the staff port only: nothing that citizens or machines do can make one. */
public final class StaffSessionFilter implements Filter {

    /** Name of the cookie, with a prefix over TLS; without TLS, so on this machine, with the process behind it. */
    public static final String COOKIE = "stadttor-staff";

    private final StaffPort port;
    private final Filter sessions;

    /**
     * Over the repository all nodes share.
     *
     * @param process cookies know no ports: two processes on one host would end each other's sessions
     */
    public <S extends Session> StaffSessionFilter(
            StaffPort port, SessionRepository<S> repository, StaffSettings settings, StaffProcess process) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        boolean secure = settings.publicAddress() != null
                && "https".equals(settings.publicAddress().getScheme());
        cookie.setCookieName(secure ? "__Host-" + COOKIE : COOKIE + "-" + process.schema());
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
