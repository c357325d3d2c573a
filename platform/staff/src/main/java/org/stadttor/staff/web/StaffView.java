// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffProcess;
import org.stadttor.ui.Layout;

/**
 * What the frame of a staff page shows; every template of the staff side has it as {@code ${staff}}.
 *
 * @param member null before somebody is signed in
 */
public record StaffView(@Nullable StaffMember member, List<Item> navigation) {

    /** An entry of the navigation. */
    public record Item(String href, String messageKey, boolean current) {}

    /** Gives every staff page its frame. */
    static final class Provider implements HandlerInterceptor {

        private final StaffPort port;
        private final StaffProcess process;
        private final List<NavigationItem> items;

        Provider(StaffPort port, StaffProcess process, List<NavigationItem> items) {
            this.port = port;
            this.process = process;
            this.items = items.stream()
                    .sorted(Comparator.comparingInt(NavigationItem::order))
                    .toList();
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (port.matches(request)) {
                Layout.useSite(request, process.site());
                request.setAttribute("staff", view(request));
            }
            return true;
        }

        private StaffView view(HttpServletRequest request) {
            Principal principal = request.getUserPrincipal();
            if (!(principal instanceof Authentication authentication)
                    || !(authentication.getPrincipal() instanceof StaffMember member)) {
                return new StaffView(null, List.of());
            }
            String path = request.getServletPath();
            return new StaffView(
                    member,
                    items.stream()
                            .filter(item -> item.roles().stream().anyMatch(member::has))
                            .map(item -> new Item(item.href(), item.messageKey(), path.equals(item.href())))
                            .toList());
        }
    }
}
