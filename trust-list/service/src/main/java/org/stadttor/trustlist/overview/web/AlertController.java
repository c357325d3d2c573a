// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffMembers;
import org.stadttor.trustlist.issuer.AcknowledgeAlert;
import org.stadttor.trustlist.issuer.Alert;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.IssuerRefusedException;
import org.stadttor.trustlist.issuer.IssuerRegister;
import org.stadttor.trustlist.issuer.StaffId;

/** One alert: what happened, what to do, and who has seen to it. */
@Controller
public final class AlertController {

    private static final String PAGE = "trustlist/overview/alert";

    private final IssuerRegister register;
    private final AcknowledgeAlert acknowledge;
    private final StaffMembers members;
    private final MessageSource messages;

    public AlertController(
            IssuerRegister register, AcknowledgeAlert acknowledge, StaffMembers members, MessageSource messages) {
        this.register = register;
        this.acknowledge = acknowledge;
        this.members = members;
        this.messages = messages;
    }

    @GetMapping("/admin/alerts/{id}")
    String alert(@PathVariable UUID id, @AuthenticationPrincipal StaffMember member, Locale locale, Model model) {
        return page(find(id), "", false, member, locale, model);
    }

    /** Whoever comes second is shown who was first. */
    @PostMapping("/admin/alerts/{id}")
    String acknowledge(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember member,
            Locale locale,
            Model model) {
        Alert alert = find(id);
        String sentence = reason.strip();
        if (sentence.isEmpty()
                || sentence.length() > Change.MAX_REASON
                || sentence.chars().anyMatch(Character::isISOControl)) {
            return page(alert, reason, true, member, locale, model);
        }
        try {
            acknowledge.acknowledge(id, new StaffId(member.id().value()), sentence);
            return "redirect:/admin";
        } catch (IssuerRefusedException e) {
            return page(find(id), "", false, member, locale, model);
        }
    }

    private Alert find(UUID id) {
        return register.alerts().find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Alert alert, String reason, boolean missing, StaffMember member, Locale locale, Model model) {
        model.addAttribute("alert", alert);
        model.addAttribute(
                "name",
                register.issuers()
                        .find(alert.issuer())
                        .map(issuer -> issuer.details().name())
                        .orElse(alert.issuer().toString()));
        model.addAttribute("done", alert.acknowledged().orElse(null));
        model.addAttribute("people", new People(members, messages, locale));
        model.addAttribute("reason", reason);
        model.addAttribute(
                "reasonError", missing ? messages.getMessage("overview.alert.reason.missing", null, locale) : null);
        model.addAttribute(
                "mayAcknowledge", member.has("curator") || member.has("approver") || member.has("emergency"));
        return PAGE;
    }
}
