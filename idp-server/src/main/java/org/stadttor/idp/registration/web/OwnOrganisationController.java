// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.idp.organisation.ChangeUnit;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.organisation.OrganisationUnit;
import org.stadttor.idp.organisation.ReadUnits;
import org.stadttor.idp.organisation.UnitDetails;
import org.stadttor.idp.organisation.UnitRefusedException;
import org.stadttor.staff.StaffMember;

/**
 * The organisations of an owner: contact and supervisory authority change at once. Name, identifier and kind of the legal
 * person are what others rely on; a registrar changes them.
 */
@Controller
public final class OwnOrganisationController {

    private static final int UNITS = 100;

    private final ReadUnits read;
    private final ChangeUnit change;
    private final MessageSource messages;

    public OwnOrganisationController(ReadUnits read, ChangeUnit change, MessageSource messages) {
        this.read = read;
        this.change = change;
        this.messages = messages;
    }

    @GetMapping("/agency/organisation")
    String page(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(required = false) @Nullable String saved,
            Locale locale,
            Model model) {
        List<OrganisationUnit> own = own(member);
        OrganisationUnit unit = path.isEmpty()
                ? own.stream()
                        .findFirst()
                        .orElseThrow(() -> new UnitRefusedException(UnitRefusedException.Reason.NOT_FOUND))
                : read.find(AgencyAct.CHANGE_ORGANISATION.scope(member), OrganisationController.path(path));
        model.addAttribute("saved", saved != null);
        return show(model, own, unit, OrganisationController.fields(unit), null, locale);
    }

    @PostMapping("/agency/organisation")
    ModelAndView save(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam String path,
            @RequestParam long revision,
            @RequestParam MultiValueMap<String, String> all,
            Locale locale,
            Model model) {
        FormFields form = new FormFields(all);
        OrganisationUnit unit =
                read.find(AgencyAct.CHANGE_ORGANISATION.scope(member), OrganisationController.path(path));
        UnitDetails details = new UnitDetails(
                unit.details().legalEntity(),
                OrganisationForm.contact(form),
                OrganisationForm.authority(form),
                unit.details().publicBody());
        try {
            change.change(new ChangeUnit.Command(
                    AgencyAct.CHANGE_ORGANISATION.by(member), unit.path(), revision, unit.names(), details));
        } catch (UnitRefusedException e) {
            String view = show(model, own(member), unit, form, e, locale);
            return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:/agency/organisation?saved&path=" + unit.path());
    }

    private List<OrganisationUnit> own(StaffMember member) {
        return read.search(AgencyAct.CHANGE_ORGANISATION.scope(member), "", "", UNITS)
                .items();
    }

    private String show(
            Model model,
            List<OrganisationUnit> own,
            OrganisationUnit unit,
            FormFields form,
            @Nullable UnitRefusedException refused,
            Locale locale) {
        List<FieldError> errors = refused == null ? List.of() : refused.errors();
        model.addAttribute("units", UnitChoice.of(own, locale));
        model.addAttribute("unit", unit);
        model.addAttribute(
                "name", ServiceView.name(unit.names(), locale, unit.path().value()));
        model.addAttribute("effective", read.effectiveDetails(unit.path()));
        model.addAttribute("form", form);
        model.addAttribute("refused", refused == null ? null : refused.reason().code());
        model.addAttribute("words", FormMessages.of(messages, locale, errors));
        model.addAttribute("names", new FieldNames(messages, locale));
        return "agency/organisation";
    }
}
