// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people.web;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.invitation.Invitation;
import org.stadttor.staff.invitation.Invitations;
import org.stadttor.staff.people.People;

/** The list of people, and the page of one. */
@Controller
public final class PeopleController {

    private static final int SIZE = 20;

    private final PeoplePages pages;
    private final Invitations invitations;

    public PeopleController(PeoplePages pages, Invitations invitations) {
        this.pages = pages;
        this.invitations = invitations;
    }

    @GetMapping("/staff/people")
    String list(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        People.Search search = new People.Search(q, pages.authority().parts(member));
        long count = pages.people().count(search);
        int last = Math.toIntExact(Math.max(1, (count + SIZE - 1) / SIZE));
        int shown = Math.clamp(page, 1, last);
        model.addAttribute("q", q);
        model.addAttribute("count", count);
        model.addAttribute("page", shown);
        model.addAttribute("last", last);
        model.addAttribute(
                "people",
                pages.people().find(search, (shown - 1L) * SIZE, SIZE).stream()
                        .map(PersonRow::of)
                        .toList());
        model.addAttribute("proposals", pages.proposals(member));
        model.addAttribute("invitations", invitations(member));
        return "staff/people";
    }

    @GetMapping("/staff/people/{id}")
    String person(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("done", List.of("done", "proposed").contains(done) ? done : "");
        return pages.person(pages.visible(id, member), member, model);
    }

    /** Those that this person may withdraw. */
    private List<Invitation> invitations(StaffMember member) {
        return invitations.findOpen(pages.clock().instant()).stream()
                .filter(invitation -> pages.mayWithdraw(member, invitation))
                .toList();
    }
}
