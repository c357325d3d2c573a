// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.stadttor.staff.apikey.ApiKeyRefusedException;
import org.stadttor.staff.apikey.ApiKeys;
import org.stadttor.staff.apikey.CreateApiKey;
import org.stadttor.staff.apikey.RevokeApiKey;

/** The page on which people make and end their keys. */
@Controller
public final class ApiKeysController {

    private static final String ACT = "create-api-key";

    private final ApiKeys keys;
    private final CreateApiKey create;
    private final RevokeApiKey revoke;
    private final Confirmations confirmations;
    private final Clock clock;

    public ApiKeysController(
            ApiKeys keys, CreateApiKey create, RevokeApiKey revoke, Confirmations confirmations, Clock clock) {
        this.keys = keys;
        this.create = create;
        this.revoke = revoke;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @GetMapping("/staff/keys")
    String page(HttpServletRequest request, @AuthenticationPrincipal StaffMember member, Model model) {
        return page(request, member, model, ApiKeyForm.EMPTY);
    }

    @PostMapping("/staff/keys")
    ModelAndView create(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(required = false, defaultValue = "") Set<String> grants,
            Model model) {
        ApiKeyForm form = new ApiKeyForm(name, days, grants, "");
        try {
            confirmations.require(request, ACT);
            Set<Grant> chosen = member.grants().stream()
                    .filter(grant -> grants.contains(ApiKeyForm.value(grant)))
                    .collect(Collectors.toSet());
            CreateApiKey.Created created = create.create(member, name, chosen, form.number());
            model.addAttribute("secret", created.secret().text());
            return new ModelAndView(page(request, member, model, ApiKeyForm.EMPTY));
        } catch (ApiKeyRefusedException e) {
            return again(request, member, model, form.with(e.reason().code()));
        } catch (ConfirmationRefusedException e) {
            return again(request, member, model, form.with(e.reason().code()));
        }
    }

    @PostMapping("/staff/keys/{id}/revoke")
    String revoke(@AuthenticationPrincipal StaffMember member, @PathVariable UUID id) {
        try {
            revoke.revoke(member, id);
        } catch (ApiKeyRefusedException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.reason().code(), e);
        }
        return "redirect:/staff/keys";
    }

    private ModelAndView again(HttpServletRequest request, StaffMember member, Model model, ApiKeyForm form) {
        return new ModelAndView(page(request, member, model, form), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String page(HttpServletRequest request, StaffMember member, Model model, ApiKeyForm form) {
        model.addAttribute("form", form);
        model.addAttribute("own", ApiKeyForm.choices(member));
        model.addAttribute("keys", ApiKeyRow.of(keys.of(member.id()), clock.instant()));
        model.addAttribute("confirmation", confirmations.prepare(request, ACT));
        return "staff/keys";
    }
}
