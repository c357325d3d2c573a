// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.staff.ConfirmationRefusedException;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.SamePersonException;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.invitation.InvitationRefusedException;
import org.stadttor.staff.people.DecideProposal;
import org.stadttor.staff.people.PersonRefusedException;

/** The second administrator looks at a proposal and decides. */
@Controller
public final class ProposalsController {

    private final PeoplePages pages;
    private final DecideProposal decide;
    private final Confirmations confirmations;

    public ProposalsController(PeoplePages pages, DecideProposal decide, Confirmations confirmations) {
        this.pages = pages;
        this.decide = decide;
        this.confirmations = confirmations;
    }

    @GetMapping("/staff/proposals/{id}")
    ModelAndView page(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember member,
            @PathVariable UUID id,
            Model model) {
        return page(request, member, id, "", model);
    }

    @PostMapping("/staff/proposals/{id}/confirm")
    ModelAndView confirm(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember member,
            @PathVariable UUID id,
            Model model) {
        try {
            confirmations.require(request, act(id));
            return InvitationsController.outcome(decide.confirm(id, member), model);
        } catch (ConfirmationRefusedException e) {
            return page(request, member, id, e.reason().code(), model);
        } catch (PersonRefusedException e) {
            return page(request, member, id, e.reason().code(), model);
        } catch (SamePersonException e) {
            return page(request, member, id, SamePersonException.CODE, model);
        } catch (InvitationRefusedException e) {
            return page(request, member, id, e.reason().code(), model);
        }
    }

    @PostMapping("/staff/proposals/{id}/reject")
    String reject(@AuthenticationPrincipal StaffMember member, @PathVariable UUID id) {
        try {
            decide.reject(id, member);
        } catch (PersonRefusedException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.reason().code(), e);
        }
        return "redirect:/staff/people";
    }

    private ModelAndView page(HttpServletRequest request, StaffMember member, UUID id, String error, Model model) {
        model.addAttribute(
                "proposal",
                pages.proposals(member).stream()
                        .filter(proposal -> proposal.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("error", error);
        model.addAttribute("confirmation", confirmations.prepare(request, act(id)));
        return new ModelAndView("staff/proposal", error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A proposal never changes, so its id names everything in it. */
    private static String act(UUID id) {
        return "staff-proposal:" + id;
    }
}
