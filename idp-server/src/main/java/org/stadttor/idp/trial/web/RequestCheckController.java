// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.idp.trial.CheckRequest;
import org.stadttor.staff.StaffMember;

/** The page on which an agency pastes an authorization request and sees everything that is wrong with it. */
@Controller
public final class RequestCheckController {

    private final CheckRequest check;
    private final OwnServices services;

    public RequestCheckController(CheckRequest check, OwnServices services) {
        this.check = check;
        this.services = services;
    }

    @GetMapping("/agency/services/{clientId}/check")
    String page(@PathVariable String clientId, @AuthenticationPrincipal StaffMember member, Model model) {
        model.addAttribute("service", services.live(member, clientId));
        model.addAttribute("pasted", "");
        return "trial/check";
    }

    @PostMapping("/agency/services/{clientId}/check")
    String check(
            @PathVariable String clientId,
            @RequestParam String pasted,
            @AuthenticationPrincipal StaffMember member,
            Model model) {
        RelyingParty service = services.live(member, clientId);
        model.addAttribute("service", service);
        model.addAttribute("pasted", pasted);
        model.addAttribute("findings", check.check(service, pasted));
        return "trial/check";
    }
}
