// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * Refusals of the agency API: a stable code, a sentence, and every field that is wrong.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
@Order(Ordered.HIGHEST_PRECEDENCE) // Before the refusals of the pages, whose package holds this one.
@RestControllerAdvice(assignableTypes = ServiceApi.class)
public final class ApiRefusals {

    private final MessageSource messages;

    public ApiRefusals(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler(RegistrationRefusedException.class)
    ResponseEntity<Map<String, Object>> refused(RegistrationRefusedException e, Locale locale) {
        String code = e.reason().code();
        return problem(
                status(e.reason()),
                code,
                Objects.requireNonNull(messages.getMessage("registration.refused." + code, null, code, locale)),
                e.errors());
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Map<String, Object>> unreadable(Exception e) {
        return problem(HttpStatus.BAD_REQUEST, "request_malformed", "The request cannot be read.", List.of());
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<Map<String, Object>> notJson(HttpMediaTypeNotSupportedException e) {
        return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not_json", "Send application/json.", List.of());
    }

    static ClientId clientId(String text) {
        try {
            return new ClientId(text);
        } catch (IllegalArgumentException e) {
            throw new RegistrationRefusedException(Reason.NOT_FOUND);
        }
    }

    static UnitPath unit(String text) {
        try {
            return new UnitPath(text);
        } catch (IllegalArgumentException e) {
            throw new RegistrationRefusedException(Reason.FIELDS_INVALID, List.of(new FieldError("unit", "unit_form")));
        }
    }

    static Stage stage(String text) {
        return Stage.of(text)
                .orElseThrow(() -> new RegistrationRefusedException(
                        Reason.FIELDS_INVALID, List.of(new FieldError("stage", "stage_unknown"))));
    }

    private static HttpStatus status(Reason reason) {
        return switch (reason) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case DOSSIER_MALFORMED -> HttpStatus.BAD_REQUEST;
            case FIELDS_INVALID, DOMAIN_NOT_PROVED, REASON_MISSING -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_MANY_VERSIONS -> HttpStatus.TOO_MANY_REQUESTS;
            case SECOND_PERSON_NEEDED, STAGE_NOT_OFFERED -> HttpStatus.FORBIDDEN;
            case CHANGED_MEANWHILE, NOT_IN_THIS_STATE, RETIRED, SUSPENDED, HASH_MISMATCH, CLIENT_ID_TAKEN ->
                HttpStatus.CONFLICT;
        };
    }

    private static ResponseEntity<Map<String, Object>> problem(
            HttpStatus status, String code, String detail, List<FieldError> errors) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("code", code);
        problem.put("detail", detail);
        if (!errors.isEmpty()) {
            problem.put(
                    "errors",
                    errors.stream()
                            .map(error -> Map.of("field", error.field(), "code", error.code()))
                            .toList());
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
