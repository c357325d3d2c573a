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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.DossierHints;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.staff.StaffMember;
import org.stadttor.wallet.pid.PidAttribute;

/** One part of a service's dossier, to be changed. */
@Controller
public final class EditServiceController {

    private final ServiceViews views;
    private final Drafts drafts;
    private final DossierHints hints;
    private final MessageSource messages;
    private final KeyViews keyViews;

    public EditServiceController(
            ServiceViews views, Drafts drafts, DossierHints hints, MessageSource messages, KeyViews keyViews) {
        this.views = views;
        this.drafts = drafts;
        this.hints = hints;
        this.messages = messages;
        this.keyViews = keyViews;
    }

    @GetMapping("/agency/services/{clientId}/edit/{part}")
    String form(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @PathVariable String part,
            Locale locale,
            Model model) {
        DossierPart which = part(part);
        ServiceView view = views.find(member, which.act(), clientId, locale);
        show(model, view, which, view.dossier(), List.of(), "", locale);
        model.addAttribute("form", DossierFormFields.of(view.dossier()));
        return "agency/edit-" + which.code();
    }

    @PostMapping("/agency/services/{clientId}/edit/{part}")
    ModelAndView save(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> all,
            @RequestParam long revision,
            Locale locale,
            Model model) {
        DossierPart which = part(part);
        FormFields form = new FormFields(all);
        ServiceView view = views.find(member, which.act(), clientId, locale);
        List<FieldError> errors = new ArrayList<>();
        KeyForm keys = drafts.keys(form, view.dossier().keys());
        DossierDraft typed;
        if (which == DossierPart.KEYS) {
            errors.addAll(keys.errors());
            typed = DossierForm.withKeys(view.dossier(), keys.all(), form.text("jwks_uri"));
        } else {
            typed = new DossierForm(form, view.dossier()).read(which);
        }
        boolean submit = form.pressed("submit");
        List<FieldError> found = drafts.check(typed);
        if (submit) {
            found.stream().filter(error -> which.owns(error.field())).forEach(errors::add);
        }
        boolean outdated = view.service().revision() != revision;
        if (errors.isEmpty() && !outdated) {
            // What is wrong on other pages is told by the page of the service.
            boolean complete = found.isEmpty();
            drafts.edit(which.act().by(member), view.service().clientId(), revision, typed, submit && complete);
            return new ModelAndView("redirect:/agency/services/"
                    + view.service().clientId() + (submit && !complete ? "?incomplete" : ""));
        }
        model.addAttribute("outdated", outdated);
        show(model, view, which, which == DossierPart.KEYS ? view.dossier() : typed, errors, keys.typed(), locale);
        model.addAttribute("form", form);
        return new ModelAndView("agency/edit-" + which.code(), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void show(
            Model model,
            ServiceView view,
            DossierPart part,
            DossierDraft dossier,
            List<FieldError> errors,
            String typedKeys,
            Locale locale) {
        model.addAttribute("view", view);
        model.addAttribute("part", part);
        model.addAttribute("typedKeys", typedKeys);
        model.addAttribute("keys", keyViews.of(view.dossier()));
        model.addAttribute("names", new FieldNames(messages, locale));
        model.addAttribute("words", FormMessages.of(messages, locale, dossier, errors, hints.of(dossier)));
        model.addAttribute("attributes", List.of(PidAttribute.values()));
    }

    private static DossierPart part(String code) {
        return DossierPart.of(code)
                .orElseThrow(() -> new RegistrationRefusedException(RegistrationRefusedException.Reason.NOT_FOUND));
    }
}
