// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffRoute;

/** Lets through what a route allows; everything else is denied. The most specific route that fits decides. */
public final class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final Map<PathPattern, List<StaffRoute>> routes;

    public RouteAuthorization(List<StaffRoute> routes) {
        PathPatternParser parser = new PathPatternParser();
        this.routes = routes.stream().collect(Collectors.groupingBy(route -> parser.parse(route.pattern())));
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(route(request.getMethod(), request.getServletPath())
                .filter(route -> allows(route, authentication))
                .isPresent());
    }

    /** The route that decides on a request. */
    public Optional<StaffRoute> route(String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        String verb = method.equals("HEAD") ? "GET" : method;
        return routes.entrySet().stream()
                .filter(entry -> entry.getKey().matches(container)
                        && entry.getValue().stream()
                                .anyMatch(route -> route.method().equals(verb)))
                .min(Map.Entry.comparingByKey(PathPattern.SPECIFICITY_COMPARATOR))
                .flatMap(entry -> entry.getValue().stream()
                        .filter(route -> route.method().equals(verb))
                        .findFirst());
    }

    private static boolean allows(StaffRoute route, Supplier<? extends @Nullable Authentication> authentication) {
        if (route.access() == StaffRoute.Access.EVERYBODY) {
            return true;
        }
        Authentication who = authentication.get();
        return who != null
                && who.getPrincipal() instanceof StaffMember member
                && (route.access() == StaffRoute.Access.SIGNED_IN
                        || route.roles().stream().anyMatch(member::has));
    }
}
