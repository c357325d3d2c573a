// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.idp.organisation.AddUnit;
import org.stadttor.idp.organisation.ChangeUnit;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.organisation.OrganisationUnit;
import org.stadttor.idp.organisation.ReadUnits;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.organisation.UnitRefusedException;
import org.stadttor.staff.StaffMember;

/** The tree of public bodies, for registrars within their part. */
@Controller
public final class OrganisationController {

    private static final int PAGE = 50;
    private static final String LIST = "redirect:/admin/organisations?q=";

    private final ReadUnits read;
    private final AddUnit add;
    private final ChangeUnit change;
    private final MessageSource messages;

    public OrganisationController(ReadUnits read, AddUnit add, ChangeUnit change, MessageSource messages) {
        this.read = read;
        this.add = add;
        this.change = change;
        this.messages = messages;
    }

    @GetMapping("/admin/organisations")
    String list(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Locale locale,
            Model model) {
        model.addAttribute("page", read.search(AgencyAct.READ_AS_REGISTRAR.scope(member), q.strip(), after, PAGE));
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("locale", locale);
        model.addAttribute("mayChange", member.has("registrar"));
        return "registrar/organisations";
    }

    @GetMapping("/admin/organisations/new")
    String ask(@RequestParam(defaultValue = "") String parent, Locale locale, Model model) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("parent", parent);
        fields.add("kind", UnitKind.OFFICE.code());
        return show(model, null, new FormFields(fields), List.of(), null, locale);
    }

    @PostMapping("/admin/organisations/new")
    ModelAndView add(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam MultiValueMap<String, String> all,
            Locale locale,
            Model model) {
        FormFields form = new FormFields(all);
        UnitPath path;
        try {
            String parent = form.text("parent");
            path = new UnitPath((parent.isEmpty() ? "/" : parent) + form.text("segment") + "/");
        } catch (IllegalArgumentException e) {
            return again(model, null, form, List.of(new FieldError("segment", "path_form")), null, locale);
        }
        try {
            UnitKind kind = UnitKind.of(form.text("kind")).orElse(UnitKind.OFFICE);
            add.add(new AddUnit.Command(
                    AgencyAct.DECIDE.by(member), path, kind, form.languages("names"), OrganisationForm.details(form)));
        } catch (UnitRefusedException e) {
            return again(model, null, form, e.errors(), e, locale);
        }
        return new ModelAndView(LIST + path);
    }

    @GetMapping("/admin/organisations/edit")
    String edit(@AuthenticationPrincipal StaffMember member, @RequestParam String path, Locale locale, Model model) {
        OrganisationUnit unit = find(member, path);
        return show(model, unit, fields(unit), List.of(), null, locale);
    }

    @PostMapping("/admin/organisations/edit")
    ModelAndView change(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam String path,
            @RequestParam long revision,
            @RequestParam MultiValueMap<String, String> all,
            Locale locale,
            Model model) {
        FormFields form = new FormFields(all);
        OrganisationUnit unit = find(member, path);
        try {
            change.change(new ChangeUnit.Command(
                    AgencyAct.DECIDE.by(member),
                    unit.path(),
                    revision,
                    form.languages("names"),
                    OrganisationForm.details(form)));
        } catch (UnitRefusedException e) {
            return again(model, unit, form, e.errors(), e, locale);
        }
        return new ModelAndView(LIST + unit.path());
    }

    private OrganisationUnit find(StaffMember member, String path) {
        return read.find(AgencyAct.DECIDE.scope(member), path(path));
    }

    static UnitPath path(String text) {
        try {
            return new UnitPath(text);
        } catch (IllegalArgumentException e) {
            throw new UnitRefusedException(UnitRefusedException.Reason.NOT_FOUND);
        }
    }

    /** The fields of its form. */
    static FormFields fields(OrganisationUnit unit) {
        FormFields fields = DossierFormFields.of(unit.details());
        unit.names().forEach((language, name) -> fields.all().add("names." + language, name));
        return fields;
    }

    private ModelAndView again(
            Model model,
            @Nullable OrganisationUnit unit,
            FormFields form,
            List<FieldError> errors,
            @Nullable UnitRefusedException refused,
            Locale locale) {
        if (refused != null && refused.reason() == UnitRefusedException.Reason.NOT_FOUND) {
            throw refused;
        }
        String view = show(model, unit, form, errors, refused, locale);
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String show(
            Model model,
            @Nullable OrganisationUnit unit,
            FormFields form,
            List<FieldError> errors,
            @Nullable UnitRefusedException refused,
            Locale locale) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (UnitKind kind : UnitKind.values()) {
            kinds.put(kind.code(), messages.getMessage("unit.kind." + kind.code(), null, locale));
        }
        model.addAttribute("kinds", kinds);
        model.addAttribute("unit", unit);
        model.addAttribute("form", form);
        model.addAttribute("refused", refused == null ? null : refused.reason().code());
        model.addAttribute("words", FormMessages.of(messages, locale, errors));
        model.addAttribute("names", new FieldNames(messages, locale));
        return "registrar/organisation";
    }
}
