// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.staff.ConfirmationRefusedException;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.invitation.Invitation;
import org.stadttor.staff.invitation.InvitationId;
import org.stadttor.staff.invitation.InvitationRefusedException;
import org.stadttor.staff.invitation.Invitations;
import org.stadttor.staff.invitation.WithdrawInvitation;
import org.stadttor.staff.people.InvitePerson;
import org.stadttor.staff.people.Outcome;
import org.stadttor.staff.people.PersonRefusedException;

/** Inviting somebody: the form, a page that says what will happen, and the link. */
@Controller
public final class InvitationsController {

    private final PeoplePages pages;
    private final InvitePerson invite;
    private final Invitations invitations;
    private final WithdrawInvitation withdraw;
    private final Confirmations confirmations;

    public InvitationsController(
            PeoplePages pages,
            InvitePerson invite,
            Invitations invitations,
            WithdrawInvitation withdraw,
            Confirmations confirmations) {
        this.pages = pages;
        this.invite = invite;
        this.invitations = invitations;
        this.withdraw = withdraw;
        this.confirmations = confirmations;
    }

    /** What somebody typed. */
    public record Typed(String name, String email, String role, String part) {}

    @GetMapping("/staff/people/invite")
    ModelAndView page(@AuthenticationPrincipal StaffMember member, Model model) {
        return form(member, new Typed("", "", "", pages.defaultPart(member)), Map.of(), model);
    }

    @PostMapping("/staff/people/invite")
    ModelAndView invite(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(required = false, defaultValue = "") String confirmation,
            Model model) {
        Typed typed = new Typed(name, email, role, part);
        Optional<PersonName> person = PersonName.parse(name);
        Optional<EmailAddress> address = EmailAddress.parse(email);
        Optional<Grant> grant = PeoplePages.grant(role, part);
        if (person.isEmpty() || address.isEmpty() || grant.isEmpty()) {
            return form(member, typed, errors(person, address, grant), model);
        }
        if (!pages.authority().mayGive(member, grant.get())) {
            return form(member, typed, Map.of("role", "not_yours"), model);
        }
        if (!pages.authority().fits(grant.get())) {
            return form(member, typed, Map.of("role", "whole_only"), model);
        }
        String act = "invite:" + address.get().value() + ":" + grant.get().role() + " "
                + grant.get().part() + ":" + person.get().value();
        if (confirmation.isEmpty()) {
            return review(request, member, typed, grant.get(), act, "", model);
        }
        try {
            confirmations.require(request, act);
            return outcome(invite.invite(person.get(), address.get(), grant.get(), member), model);
        } catch (ConfirmationRefusedException e) {
            return review(request, member, typed, grant.get(), act, e.reason().code(), model);
        } catch (PersonRefusedException e) {
            return form(member, typed, Map.of("role", e.reason().code()), model);
        } catch (InvitationRefusedException e) {
            return form(member, typed, Map.of("email", e.reason().code()), model);
        }
    }

    @PostMapping("/staff/invitations/{id}/withdraw")
    String withdraw(@AuthenticationPrincipal StaffMember member, @PathVariable UUID id) {
        Invitation invitation = invitations.findOpen(pages.clock().instant()).stream()
                .filter(open -> open.id().value().equals(id))
                .filter(open -> pages.mayWithdraw(member, open))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            withdraw.withdraw(new InvitationId(invitation.id().value()), member.id());
        } catch (InvitationRefusedException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.reason().code(), e);
        }
        return "redirect:/staff/people";
    }

    static ModelAndView outcome(Outcome outcome, Model model) {
        return switch (outcome) {
            case Outcome.Invited invited -> invited(invited, model);
            case Outcome.Proposed proposed -> new ModelAndView("redirect:/staff/people#proposals-title");
            case Outcome.Done done -> new ModelAndView("redirect:/staff/people");
        };
    }

    /** The only page that shows the link. */
    static ModelAndView invited(Outcome.Invited invited, Model model) {
        model.addAttribute("link", invited.link());
        model.addAttribute("until", invited.link().expiresAt().atZone(ZoneId.of("Europe/Berlin")));
        return new ModelAndView("staff/invited");
    }

    private ModelAndView review(
            HttpServletRequest request,
            StaffMember member,
            Typed typed,
            Grant grant,
            String act,
            String error,
            Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("error", error);
        model.addAttribute("second", pages.authority().needsSecond(member, grant));
        model.addAttribute("confirmation", confirmations.prepare(request, act));
        return new ModelAndView(
                "staff/invite-review", error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView form(StaffMember member, Typed typed, Map<String, String> errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("roles", pages.authority().givable(member));
        return new ModelAndView("staff/invite", errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, String> errors(
            Optional<PersonName> person, Optional<EmailAddress> address, Optional<Grant> grant) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (person.isEmpty()) {
            errors.put("name", "name_invalid");
        }
        if (address.isEmpty()) {
            errors.put("email", "email_invalid");
        }
        if (grant.isEmpty()) {
            errors.put("part", "part_invalid");
        }
        return errors;
    }
}
