// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.idp.domainproof.DomainRefusedException;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.organisation.UnitRefusedException;
import org.stadttor.idp.registration.RegistrationRefusedException;

/** Refusals of the pages of agencies and registrars as pages: one sentence, and the way back. */
@ControllerAdvice(basePackageClasses = PageRefusals.class)
public final class PageRefusals {

    private final MessageSource messages;

    public PageRefusals(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ModelAndView refused(RegistrationRefusedException refused, HttpServletRequest request, Locale locale) {
        if (refused.reason() == RegistrationRefusedException.Reason.NOT_FOUND) {
            return notFound();
        }
        FieldNames names = new FieldNames(messages, locale);
        return page(
                "registration.refused." + refused.reason().code(),
                refused.errors().stream()
                        .map(FieldError::field)
                        .map(names::of)
                        .distinct()
                        .toList(),
                request,
                HttpStatus.CONFLICT);
    }

    @ExceptionHandler
    ModelAndView refused(UnitRefusedException refused, HttpServletRequest request) {
        if (refused.reason() == UnitRefusedException.Reason.NOT_FOUND) {
            return notFound();
        }
        return page("unit.refused." + refused.reason().code(), List.of(), request, HttpStatus.CONFLICT);
    }

    @ExceptionHandler
    ModelAndView refused(DomainRefusedException refused, HttpServletRequest request) {
        if (refused.reason() == DomainRefusedException.Reason.NOT_FOUND) {
            return notFound();
        }
        return page("domain.refused." + refused.reason().code(), List.of(), request, HttpStatus.CONFLICT);
    }

    /** What is outside of a person's part is not there. */
    private static ModelAndView notFound() {
        return new ModelAndView("ui/error", Map.of("messageKey", "ui.error.not_found"), HttpStatus.NOT_FOUND);
    }

    private static ModelAndView page(String key, List<String> fields, HttpServletRequest request, HttpStatus status) {
        return new ModelAndView("agency/refused", Map.of("key", key, "fields", fields, "back", back(request)), status);
    }

    /** The page of the service the request was about, else the list. */
    private static String back(HttpServletRequest request) {
        boolean agency = request.getServletPath().startsWith("/agency");
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> map && map.get("clientId") instanceof String clientId) {
            return (agency ? "/agency/services/" : "/admin/registrations/") + clientId;
        }
        return agency ? "/agency" : "/admin/registrations";
    }
}
