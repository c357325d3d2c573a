// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations.web;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.idp.operations.ExplainSupportCode;

/**
 * The help desk types the code a citizen reads out and sees why the login failed. The code comes in a form, not in the
 * address, so that it stays in no history. There is nothing about the citizen to see.
 */
@Controller
public final class SupportController {

    /**
     * A login that failed.
     *
     * @param group what the citizen was told; part of the keys of its texts
     * @param reason the code for technical support
     */
    public record Explained(Instant happenedAt, String group, String reason) {}

    private static final int CODE_LIMIT = 40;

    private final ExplainSupportCode explain;
    private final UnaryOperator<String> groups;

    /**
     * With the texts of the login pages.
     *
     * @param groups from a reason code to what the citizen was told
     */
    public SupportController(ExplainSupportCode explain, UnaryOperator<String> groups) {
        this.explain = explain;
        this.groups = groups;
    }

    @GetMapping("/admin/support")
    String form(Model model) {
        model.addAttribute("code", "");
        return "registrar/support";
    }

    @PostMapping("/admin/support")
    String explain(@RequestParam(defaultValue = "") String code, Model model) {
        String typed = code.length() > CODE_LIMIT ? code.substring(0, CODE_LIMIT) : code;
        List<Explained> cases = explain.explain(typed).stream()
                .map(found -> new Explained(found.happenedAt(), groups.apply(found.reason()), found.reason()))
                .toList();
        model.addAttribute("code", typed);
        model.addAttribute("asked", true);
        model.addAttribute("cases", cases);
        return "registrar/support";
    }
}
