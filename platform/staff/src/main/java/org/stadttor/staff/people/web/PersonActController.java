// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
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
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.invitation.InvitationRefusedException;
import org.stadttor.staff.people.GiveRole;
import org.stadttor.staff.people.Outcome;
import org.stadttor.staff.people.Person;
import org.stadttor.staff.people.PersonRefusedException;
import org.stadttor.staff.people.RenewPasskey;
import org.stadttor.staff.people.ResumePerson;
import org.stadttor.staff.people.SuspendPerson;
import org.stadttor.staff.people.TakeRole;

/** Says what will happen to a person, and does it when that is confirmed. */
@Controller
public final class PersonActController {

    /** What can be done. */
    public record Acts(GiveRole give, TakeRole take, SuspendPerson suspend, ResumePerson resume, RenewPasskey renew) {}

    private final PeoplePages pages;
    private final Acts acts;
    private final Confirmations confirmations;

    public PersonActController(PeoplePages pages, Acts acts, Confirmations confirmations) {
        this.pages = pages;
        this.acts = acts;
        this.confirmations = confirmations;
    }

    /** What somebody typed. */
    public record Typed(String role, String part, String reason) {

        /** A form without the field is one with an empty field. */
        public static Typed of(HttpServletRequest request) {
            return new Typed(field(request, "role"), field(request, "part"), field(request, "reason"));
        }

        private static String field(HttpServletRequest request, String name) {
            return Objects.requireNonNullElse(request.getParameter(name), "");
        }
    }

    @GetMapping("/staff/people/{id}/{act}")
    ModelAndView page(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String part,
            Model model) {
        PersonAct what = act(act);
        Person person = pages.visible(id, member);
        if (what.ofRole() && PeoplePages.grant(role, part).isEmpty()) {
            model.addAttribute("role", role);
            model.addAttribute("part", part);
            model.addAttribute("error", "part_invalid");
            model.addAttribute("done", "");
            return new ModelAndView(pages.person(person, member, model), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page(request, member, what, person, new Typed(role, part, ""), "", model);
    }

    @PostMapping("/staff/people/{id}/{act}")
    ModelAndView act(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @PathVariable String act,
            Model model) {
        PersonAct what = act(act);
        Typed typed = Typed.of(request);
        Person person = pages.visible(id, member);
        try {
            confirmations.require(request, what.text(person.id(), grant(what, typed)));
            return switch (perform(what, person, typed, member)) {
                case Outcome.Done done -> new ModelAndView("redirect:/staff/people/" + person.id() + "?done=done");
                case Outcome.Proposed proposed ->
                    new ModelAndView("redirect:/staff/people/" + person.id() + "?done=proposed");
                case Outcome.Invited invited -> InvitationsController.invited(invited, model);
            };
        } catch (PersonRefusedException e) {
            return page(request, member, what, person, typed, e.reason().code(), model);
        } catch (ConfirmationRefusedException e) {
            return page(request, member, what, person, typed, e.reason().code(), model);
        } catch (InvitationRefusedException e) {
            return page(request, member, what, person, typed, "person_unknown", model);
        }
    }

    private Outcome perform(PersonAct what, Person person, Typed typed, StaffMember by) {
        return switch (what) {
            case GIVE -> acts.give().give(person.id(), grant(what, typed).orElseThrow(this::noRole), by);
            case TAKE -> acts.take().take(person.id(), grant(what, typed).orElseThrow(this::noRole), by);
            case SUSPEND -> acts.suspend().suspend(person.id(), typed.reason(), by);
            case RESUME -> acts.resume().resume(person.id(), by);
            case PASSKEY -> acts.renew().renew(person.id(), by);
        };
    }

    private ModelAndView page(
            HttpServletRequest request,
            StaffMember by,
            PersonAct what,
            Person person,
            Typed typed,
            String error,
            Model model) {
        model.addAttribute("person", PersonRow.of(person));
        model.addAttribute("act", what.code());
        model.addAttribute("typed", typed);
        model.addAttribute("error", error);
        model.addAttribute("second", needsSecond(what, person, typed, by));
        model.addAttribute("confirmation", confirmations.prepare(request, what.text(person.id(), grant(what, typed))));
        return new ModelAndView("staff/person-act", error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private boolean needsSecond(PersonAct what, Person person, Typed typed, StaffMember by) {
        return switch (what) {
            case GIVE ->
                grant(what, typed)
                        .filter(grant -> pages.authority().needsSecond(by, grant))
                        .isPresent();
            case RESUME, PASSKEY -> pages.authority().needsSecond(by, person.grants());
            case TAKE, SUSPEND -> false;
        };
    }

    private static Optional<Grant> grant(PersonAct what, Typed typed) {
        return what.ofRole() ? PeoplePages.grant(typed.role(), typed.part()) : Optional.empty();
    }

    private PersonRefusedException noRole() {
        return new PersonRefusedException(PersonRefusedException.Reason.PART_INVALID);
    }

    private static PersonAct act(String code) {
        return PersonAct.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
