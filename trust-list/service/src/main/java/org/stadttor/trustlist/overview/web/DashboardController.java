// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.stadttor.audit.ChainState;
import org.stadttor.staff.StaffMember;
import org.stadttor.trustlist.overview.LookAround;
import org.stadttor.trustlist.overview.Overview;
import org.stadttor.trustlist.overview.Task;

/** The first page: what is wrong and what to do next. */
@Controller
public final class DashboardController {

    private final LookAround lookAround;

    public DashboardController(LookAround lookAround) {
        this.lookAround = lookAround;
    }

    @GetMapping("/admin")
    String dashboard(@AuthenticationPrincipal StaffMember member, Model model) {
        Overview overview = lookAround.look();
        long urgent = overview.tasks().stream()
                .filter(task -> task.kind().urgency() == Task.Urgency.NOW)
                .count();
        model.addAttribute("overview", overview);
        model.addAttribute("urgent", urgent);
        model.addAttribute("auditor", member.has("auditor"));
        model.addAttribute("summary", urgent > 0 ? "urgent" : overview.tasks().isEmpty() ? "calm" : "waiting");
        model.addAttribute(
                "intact",
                overview.audit()
                        .filter(checked -> checked.state() instanceof ChainState.Intact)
                        .isPresent());
        return "trustlist/overview/dashboard";
    }
}
