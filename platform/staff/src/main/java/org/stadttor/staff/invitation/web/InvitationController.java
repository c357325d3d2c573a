// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.invitation.AcceptInvitation;
import org.stadttor.staff.invitation.AcceptInvitation.Acceptance;
import org.stadttor.staff.invitation.Invitation;
import org.stadttor.staff.invitation.InvitationRefusedException;
import org.stadttor.staff.invitation.InvitationRefusedException.Reason;
import org.stadttor.staff.invitation.OpenInvitations;
import org.stadttor.staff.passkey.PasskeyLabel;
import org.stadttor.staff.passkey.PasskeyRefusedException;
import org.stadttor.staff.web.StaffSessions;
import org.stadttor.ui.PagePolicy;

/** The page behind an invitation's link. Opening it changes nothing; the answer of the authenticator accepts. */
@Controller
public final class InvitationController {

    private final OpenInvitations invitations;
    private final AcceptInvitation accept;
    private final StaffMembers members;
    private final StaffSessions sessions;

    public InvitationController(
            OpenInvitations invitations, AcceptInvitation accept, StaffMembers members, StaffSessions sessions) {
        this.invitations = invitations;
        this.accept = accept;
        this.members = members;
        this.sessions = sessions;
    }

    @GetMapping("/staff/invitation/{secret}")
    String show(@PathVariable String secret, HttpServletRequest request, Model model) {
        return page(invitations.find(secret), new Acceptance("", "", "", ""), request, model);
    }

    @PostMapping("/staff/invitation/{secret}")
    String accept(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request,
            Model model) {
        Acceptance acceptance = new Acceptance(name, email, ticket, passkey);
        try {
            sessions.begin(
                    request,
                    accept.accept(request.getSession(true).getId(), secret, acceptance, label()),
                    SignIn.PASSKEY);
            return "redirect:/staff/passkeys";
        } catch (PasskeyRefusedException e) {
            model.addAttribute("refused", e.reason().code());
        } catch (InvitationRefusedException e) {
            if (!isAboutWhatWasTyped(e.reason())) {
                throw e;
            }
            model.addAttribute("wrong", e.reason().code());
        }
        return page(invitations.find(secret), acceptance, request, model);
    }

    @ExceptionHandler
    String refused(InvitationRefusedException refusal, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_GONE);
        model.addAttribute("reason", refusal.reason().code());
        return "staff/invitation-over";
    }

    private static boolean isAboutWhatWasTyped(Reason reason) {
        return switch (reason) {
            case NAME_INVALID, EMAIL_INVALID, EMAIL_TAKEN -> true;
            case GRANTS_INVALID, ACCOUNT_UNKNOWN, INVITATION_UNKNOWN, INVITATION_EXPIRED -> false;
        };
    }

    private String page(Invitation invitation, Acceptance typed, HttpServletRequest request, Model model) {
        String person = switch (invitation.kind()) {
            case ACCOUNT -> invitation.name().map(PersonName::value).orElse("Stadttor");
            case PASSKEY ->
                members.findActive(invitation.account())
                        .map(StaffMembers.Account::name)
                        .orElseThrow(() -> new InvitationRefusedException(Reason.ACCOUNT_UNKNOWN));
        };
        model.addAttribute("invitation", invitation);
        model.addAttribute("person", person);
        model.addAttribute("typed", typed);
        model.addAttribute("action", request.getRequestURI());
        model.addAttribute("question", accept.prepare(request.getSession(true).getId(), invitation, person));
        PagePolicy.useScript(request);
        return "staff/invitation";
    }

    private static PasskeyLabel label() {
        return new PasskeyLabel(
                "de".equals(LocaleContextHolder.getLocale().getLanguage()) ? "Erster Passkey" : "First passkey");
    }
}
