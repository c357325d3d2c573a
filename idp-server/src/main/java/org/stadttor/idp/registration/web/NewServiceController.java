// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.organisation.OrganisationUnit;
import org.stadttor.idp.organisation.ReadUnits;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.idp.registration.Stage;
import org.stadttor.staff.StaffMember;
import org.stadttor.wallet.pid.PidAttribute;

/** The short form of a new service: what a first login needs, and nothing else. */
@Controller
public final class NewServiceController {

    private static final int UNITS = 100;

    private final ReadUnits units;
    private final Drafts drafts;
    private final MessageSource messages;

    public NewServiceController(ReadUnits units, Drafts drafts, MessageSource messages) {
        this.units = units;
        this.drafts = drafts;
        this.messages = messages;
    }

    @GetMapping("/agency/services/new")
    String form(@AuthenticationPrincipal StaffMember member, Locale locale, Model model) {
        FormFields empty = new FormFields(new LinkedMultiValueMap<>());
        show(member, locale, model, empty, "", FormMessages.of(messages, locale, List.of()));
        return "agency/new-service";
    }

    @PostMapping("/agency/services/new")
    ModelAndView create(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam MultiValueMap<String, String> all,
            Locale locale,
            Model model) {
        FormFields form = new FormFields(all);
        OrganisationUnit unit = unit(member, form);
        KeyForm keys = drafts.keys(form, List.of());
        DossierDraft typed = new DossierForm(form, DossierDraft.empty()).readNew(keys.all());
        List<FieldError> errors = new ArrayList<>(keys.errors());
        boolean submit = form.pressed("submit");
        if (submit) {
            drafts.check(typed.prefilled(units.effectiveDetails(unit.path()))).stream()
                    .filter(error -> keys.errors().isEmpty() || !error.field().equals("keys"))
                    // It follows from the addresses, whose errors are told.
                    .filter(error -> !error.field().equals("sector"))
                    .forEach(errors::add);
            if (form.text("purpose").isEmpty()) {
                errors.add(new FieldError("purpose", "missing"));
            }
        }
        if (errors.isEmpty()) {
            Stage stage = drafts.firstStage();
            return new ModelAndView("redirect:/agency/services/"
                    + drafts.begin(AgencyAct.CREATE.by(member), stage, unit.path(), typed, submit)
                            .clientId());
        }
        FormMessages words = FormMessages.of(messages, locale, typed, purposeOnce(errors), List.of());
        show(member, locale, model, form, keys.typed(), words);
        return new ModelAndView("agency/new-service", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The short form asks for one purpose for all attributes. */
    private static List<FieldError> purposeOnce(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field().matches("attributes\\[[0-9]+\\]\\.purposes.*")
                        ? new FieldError("purpose", error.code())
                        : error)
                .distinct()
                .toList();
    }

    private void show(
            StaffMember member, Locale locale, Model model, FormFields form, String typedKeys, FormMessages words) {
        List<OrganisationUnit> own =
                units.search(AgencyAct.CREATE.scope(member), "", "", UNITS).items();
        if (own.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("form", form);
        model.addAttribute("typedKeys", typedKeys);
        model.addAttribute("words", words);
        model.addAttribute("names", new FieldNames(messages, locale));
        model.addAttribute("units", UnitChoice.of(own, locale));
        model.addAttribute("attributes", List.of(PidAttribute.values()));
        // Asked for only where the one unit there is, or one of several, has not said it.
        model.addAttribute(
                "askOrganisation",
                own.stream().anyMatch(unit -> !drafts.organisationIsComplete(units.effectiveDetails(unit.path()))));
        model.addAttribute("stage", drafts.firstStage());
    }

    private OrganisationUnit unit(StaffMember member, FormFields form) {
        List<OrganisationUnit> own =
                units.search(AgencyAct.CREATE.scope(member), "", "", UNITS).items();
        String chosen = form.text("unit");
        return own.stream()
                .filter(unit -> own.size() == 1 || unit.path().value().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new RegistrationRefusedException(RegistrationRefusedException.Reason.NOT_FOUND));
    }
}
