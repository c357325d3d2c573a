// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.passkey.AddPasskey;
import org.stadttor.staff.passkey.PasskeyLabel;
import org.stadttor.staff.passkey.PasskeyRefusedException;
import org.stadttor.ui.PagePolicy;

/** One more passkey: confirmed with one that is there, then made. */
@Controller
public final class NewPasskeyController {

    private final AddPasskey add;
    private final Confirmations confirmations;

    public NewPasskeyController(AddPasskey add, Confirmations confirmations) {
        this.add = add;
        this.confirmations = confirmations;
    }

    static String act(StaffMember member) {
        return "add-passkey:" + member.id();
    }

    @PostMapping("/staff/passkeys/new")
    String begin(@AuthenticationPrincipal StaffMember member, HttpServletRequest request, Model model) {
        confirmations.require(request, act(member));
        return page(member, "", request, model);
    }

    @PostMapping("/staff/passkeys")
    String add(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request,
            Model model) {
        try {
            PasskeyLabel name = PasskeyLabel.parse(label);
            add.add(request.getSession(true).getId(), member, ticket, passkey, name);
            return "redirect:/staff/passkeys";
        } catch (PasskeyRefusedException e) {
            // The confirmation is spent: another try begins with another one, on the list.
            return "redirect:/staff/passkeys?refused=" + e.reason().code();
        }
    }

    private String page(StaffMember member, String label, HttpServletRequest request, Model model) {
        try {
            model.addAttribute("question", add.prepare(request.getSession(true).getId(), member));
        } catch (PasskeyRefusedException e) {
            return "redirect:/staff/passkeys?refused=" + e.reason().code();
        }
        model.addAttribute("label", label);
        PagePolicy.useScript(request);
        return "staff/passkey-new";
    }
}
