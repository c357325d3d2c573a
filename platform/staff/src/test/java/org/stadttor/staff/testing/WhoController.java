// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.testing;

import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stadttor.staff.StaffMember;

/** Says who asks. */
@RestController
final class WhoController {

    @GetMapping({"/api/v1/who", "/api/v1/feed.ics"})
    String get(@AuthenticationPrincipal StaffMember member) {
        return member.signIn() + " "
                + member.grants().stream()
                        .map(grant -> grant.role() + grant.part())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    @PostMapping("/api/v1/who")
    String post(@AuthenticationPrincipal StaffMember member) {
        return get(member);
    }

    /** Handled, but named by no route. */
    @GetMapping("/api/v1/forgotten")
    String forgotten() {
        return "never";
    }
}
