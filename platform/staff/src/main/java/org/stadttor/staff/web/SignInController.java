// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffSettings;
import org.stadttor.staff.passkey.PasskeyRefusedException;
import org.stadttor.staff.passkey.PasskeySignIn;
import org.stadttor.ui.PagePolicy;

/** Signing in and out, and the page everybody begins at. */
@Controller
public final class SignInController {

    private final StaffSessions sessions;
    private final StaffProcess process;
    private final StaffSettings settings;
    private final AuditLog audit;
    private final PasskeySignIn passkeys;

    public SignInController(
            StaffSessions sessions,
            StaffProcess process,
            StaffSettings settings,
            AuditLog audit,
            PasskeySignIn passkeys) {
        this.sessions = sessions;
        this.process = process;
        this.settings = settings;
        this.audit = audit;
        this.passkeys = passkeys;
    }

    @GetMapping("/staff")
    String home(@AuthenticationPrincipal @Nullable StaffMember member) {
        return member == null ? "redirect:/staff/sign-in" : "staff/home";
    }

    @GetMapping("/staff/sign-in")
    String page(@RequestParam(defaultValue = "") String refused, HttpServletRequest request, Model model) {
        PasskeyRefusedException.Reason.parse(refused).ifPresent(reason -> model.addAttribute("refused", reason.code()));
        model.addAttribute("question", passkeys.prepare(request.getSession(true).getId()));
        PagePolicy.useScript(request);
        model.addAttribute("people", settings.sandboxSignIn() ? process.sandboxPeople() : List.of());
        return "staff/sign-in";
    }

    @PostMapping("/staff/sandbox-sign-in")
    String sandbox(HttpServletRequest request, @RequestParam String person) {
        if (!settings.sandboxSignIn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        SandboxPerson chosen = process.sandboxPeople().stream()
                .filter(known -> known.key().equals(person))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        sessions.begin(request, chosen.id(), SignIn.SANDBOX);
        audit.append(new AuditEvent(
                "staff.signed-in", chosen.id().value(), chosen.id().value(), java.util.Map.of("way", "sandbox")));
        return "redirect:/staff";
    }

    @PostMapping("/staff/sign-out")
    String signOut(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/staff/sign-in";
    }
}
