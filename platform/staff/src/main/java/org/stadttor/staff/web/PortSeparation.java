// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** On the staff port there are staff pages and nothing else; on every other port they do not exist. */
public final class PortSeparation extends OncePerRequestFilter {

    private static final List<String> STAFF = List.of("/staff", "/admin", "/agency", "/api/v1");
    private static final List<String> BOTH = List.of("/ui", "/error");

    private final StaffPort port;

    public PortSeparation(StaffPort port) {
        this.port = port;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        if (port.matches(request)) {
            if (path.equals("/")) {
                response.sendRedirect("/staff");
            } else if (isUnder(path, STAFF) || isUnder(path, BOTH)) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } else if (isUnder(path, STAFF)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isUnder(String path, List<String> roots) {
        return roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
