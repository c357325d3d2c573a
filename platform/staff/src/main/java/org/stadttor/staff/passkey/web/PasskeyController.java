// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.passkey.AddPasskey;
import org.stadttor.staff.passkey.Passkey;
import org.stadttor.staff.passkey.PasskeyId;
import org.stadttor.staff.passkey.PasskeyLabel;
import org.stadttor.staff.passkey.PasskeyRefusedException;
import org.stadttor.staff.passkey.Passkeys;
import org.stadttor.staff.passkey.RemovePasskey;
import org.stadttor.staff.passkey.RenamePasskey;
import org.stadttor.staff.web.StaffSessions;

/** "My passkeys": the list, a new name, removal. */
@Controller
public final class PasskeyController {

    private final Passkeys passkeys;
    private final RenamePasskey rename;
    private final RemovePasskey remove;
    private final Confirmations confirmations;
    private final StaffSessions sessions;

    public PasskeyController(
            Passkeys passkeys,
            RenamePasskey rename,
            RemovePasskey remove,
            Confirmations confirmations,
            StaffSessions sessions) {
        this.passkeys = passkeys;
        this.rename = rename;
        this.remove = remove;
        this.confirmations = confirmations;
        this.sessions = sessions;
    }

    @GetMapping("/staff/passkeys")
    String list(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String refused,
            HttpServletRequest request,
            Model model) {
        PasskeyRefusedException.Reason.parse(refused).ifPresent(reason -> model.addAttribute("refused", reason.code()));
        List<Passkey> own = passkeys.findAll(member.id());
        model.addAttribute("passkeys", own);
        model.addAttribute(
                "usable", own.stream().filter(passkey -> !passkey.locked()).count());
        model.addAttribute("full", own.size() >= AddPasskey.MOST);
        model.addAttribute("confirmation", confirmations.prepare(request, NewPasskeyController.act(member)));
        return "staff/passkeys";
    }

    @GetMapping("/staff/passkeys/{id}")
    String show(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable UUID id,
            HttpServletRequest request,
            Model model) {
        return page(member, new PasskeyId(id), request, model);
    }

    @PostMapping("/staff/passkeys/{id}/label")
    String rename(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            Model model) {
        try {
            rename.rename(new PasskeyId(id), member.id(), PasskeyLabel.parse(label));
            return "redirect:/staff/passkeys";
        } catch (PasskeyRefusedException e) {
            model.addAttribute("refused", e.reason().code());
            model.addAttribute("typed", label);
            return page(member, new PasskeyId(id), request, model);
        }
    }

    @PostMapping("/staff/passkeys/{id}/removal")
    String remove(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable UUID id,
            HttpServletRequest request,
            Model model) {
        PasskeyId passkey = new PasskeyId(id);
        confirmations.require(request, act(passkey));
        try {
            remove.remove(passkey, member.id());
        } catch (PasskeyRefusedException e) {
            model.addAttribute("refused", e.reason().code());
            return page(member, passkey, request, model);
        }
        // All sessions have ended; this one goes on under a new id.
        sessions.begin(request, member.id(), member.signIn());
        return "redirect:/staff/passkeys";
    }

    private String page(StaffMember member, PasskeyId id, HttpServletRequest request, Model model) {
        List<Passkey> own = passkeys.findAll(member.id());
        Passkey passkey = own.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("passkey", passkey);
        model.addAttribute("removable", own.stream().anyMatch(one -> !one.id().equals(id) && !one.locked()));
        model.addAttribute("confirmation", confirmations.prepare(request, act(id)));
        return "staff/passkey";
    }

    private static String act(PasskeyId id) {
        return "remove-passkey:" + id;
    }
}
