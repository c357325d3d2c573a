// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.staff.StaffMember;
import org.stadttor.trustlist.comparison.EntityDiff;
import org.stadttor.trustlist.curation.EntityForm;
import org.stadttor.trustlist.curation.Examination;
import org.stadttor.trustlist.curation.Field;
import org.stadttor.trustlist.curation.FieldProblem;
import org.stadttor.trustlist.curation.FormReading;
import org.stadttor.trustlist.curation.ReadEntityForm;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerRefusedException;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.ProposalId;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.TrustedIssuer;

/** Proposing in two steps: fill in, look at what it means, propose. Nothing is stored before the last. */
@Controller
public final class ProposalFormController {

    private final DraftActs acts;
    private final Surroundings surroundings;

    public ProposalFormController(DraftActs acts, Surroundings surroundings) {
        this.acts = acts;
        this.surroundings = surroundings;
    }

    /** First for what, then the form. */
    @GetMapping("/admin/proposals/new")
    String blank(@RequestParam(required = false) @Nullable String purpose, Model model, Locale locale) {
        if (purpose == null || purpose.isEmpty()) {
            model.addAttribute("purposes", List.of(ListPurpose.values()));
            return "trustlist/curation/purpose";
        }
        return form(EntityForm.empty(FormRequest.purpose(purpose)), List.of(), model, locale);
    }

    /** The form with what stands on the list today. */
    @GetMapping("/admin/entities/{id}/change")
    String change(@PathVariable String id, Model model, Locale locale) {
        TrustedIssuer issuer = acts.register()
                .issuers()
                .find(FormRequest.issuerId(id))
                .filter(found -> !(found instanceof TrustedIssuer.Withdrawn))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return form(EntityForm.of(Optional.of(issuer.id()), issuer.details(), ""), List.of(), model, locale);
    }

    /** The form with what an earlier proposal said, to be proposed on what is true today. */
    @GetMapping("/admin/proposals/again/{id}")
    String again(@PathVariable String id, Model model, Locale locale) {
        Proposal earlier = acts.register()
                .proposals()
                .find(new ProposalId(FormRequest.uuid(id)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<TrustedIssuer> today = acts.register()
                .issuers()
                .find(earlier.issuer())
                .filter(found -> !(found instanceof TrustedIssuer.Withdrawn));
        return form(
                EntityForm.of(
                        today.map(TrustedIssuer::id),
                        earlier.details(),
                        earlier.proposed().reason()),
                List.of(),
                model,
                locale);
    }

    /** Reads the form; shows what it means, or what is wrong with it. The one route that takes files. */
    @PostMapping("/admin/proposals/check")
    String check(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "issuance-file", required = false) @Nullable MultipartFile issuance,
            @RequestParam(name = "status-file", required = false) @Nullable MultipartFile status,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        EntityForm form = FormRequest.form(parameters);
        form = FormRequest.withFile(form, Field.ISSUANCE, issuance);
        form = FormRequest.withFile(form, Field.STATUS, status);
        return switch (ReadEntityForm.of(form)) {
            case FormReading.Incomplete incomplete -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(form, incomplete.problems(), model, locale);
            }
            case FormReading.Complete complete -> checked(form, complete, member, model, locale);
        };
    }

    /** Where the browser is sent when a form was too large to be read. */
    @GetMapping(UploadGuard.TOO_LARGE)
    String tooLarge(HttpServletResponse response) {
        response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        return "trustlist/curation/too-large";
    }

    /** Back from the second step to the first. */
    @PostMapping("/admin/proposals/edit")
    String edit(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
        return form(FormRequest.form(parameters), List.of(), model, locale);
    }

    /** Proposes what was looked at. */
    @PostMapping("/admin/proposals")
    String propose(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam Map<String, String> parameters,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        EntityForm form = FormRequest.form(parameters);
        return switch (ReadEntityForm.of(form)) {
            case FormReading.Incomplete incomplete -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(form, incomplete.problems(), model, locale);
            }
            case FormReading.Complete complete -> {
                if (examine(complete.details()).blocked()) {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    yield checked(form, complete, member, model, locale);
                }
                try {
                    yield "redirect:/admin/decisions/"
                            + acts.propose(form, complete, who(member)).id();
                } catch (IssuerRefusedException e) {
                    response.setStatus(HttpStatus.CONFLICT.value());
                    yield checked(form, complete, member, model, locale);
                }
            }
        };
    }

    private String form(EntityForm form, List<FieldProblem> problems, Model model, Locale locale) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "errors",
                problems.stream()
                        .collect(Collectors.toMap(
                                problem -> problem.field().code(),
                                problem -> surroundings.text(problem.messageKey(), locale, problem.detail()),
                                (first, second) -> first)));
        return "trustlist/curation/form";
    }

    private String checked(EntityForm form, FormReading.Complete read, StaffMember member, Model model, Locale locale) {
        model.addAttribute("form", form);
        model.addAttribute("details", read.details());
        model.addAttribute("reason", read.reason());
        model.addAttribute("examination", examine(read.details()));
        Optional<TrustedIssuer> entity =
                form.changed().flatMap(id -> acts.register().issuers().find(id));
        Optional<IssuerDetails> today = entity.map(TrustedIssuer::details);
        model.addAttribute("usage", surroundings.usage(today, read.details(), locale));
        model.addAttribute(
                "lifted",
                entity.filter(TrustedIssuer.Suspended.class::isInstance)
                        .map(TrustedIssuer::last)
                        .orElse(null));
        model.addAttribute("changed", today.isPresent());
        model.addAttribute("differences", EntityDiff.of(today, read.details()).differences());
        try {
            acts.preview(form, read, who(member));
        } catch (IssuerRefusedException e) {
            model.addAttribute("refused", e.reason().code());
        }
        return "trustlist/curation/check";
    }

    private Examination examine(IssuerDetails details) {
        return Examination.of(details, surroundings.clock().instant());
    }

    private static StaffId who(StaffMember member) {
        return new StaffId(member.id().value());
    }
}
