// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page for what went wrong outside of any page: a sentence for the status, and nothing from the inside. */
@Controller
@RequestMapping("/error")
public final class ErrorPages implements ErrorController {

    ErrorPages() {}

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        HttpStatus status = status(request);
        return new ModelAndView("ui/error", Map.of("messageKey", messageKey(status)), status);
    }

    @RequestMapping
    ResponseEntity<Map<String, Object>> other(HttpServletRequest request) {
        HttpStatus status = status(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("status", status.value()));
    }

    static String messageKey(HttpStatus status) {
        return switch (status.value()) {
            case 403 -> "ui.error.forbidden";
            case 404, 410 -> "ui.error.not_found";
            case 429, 503 -> "ui.error.busy";
            default -> status.is4xxClientError() ? "ui.error.bad_request" : "ui.error.internal";
        };
    }

    private static HttpStatus status(HttpServletRequest request) {
        // Asked for directly there is no error, and nothing here.
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
    }
}
