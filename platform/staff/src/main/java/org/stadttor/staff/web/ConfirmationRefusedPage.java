// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.staff.ConfirmationRefusedException;

/** Says why something was not done, and leads back to where it can be confirmed again. */
@ControllerAdvice
public final class ConfirmationRefusedPage {

    @ExceptionHandler
    ModelAndView refused(ConfirmationRefusedException refusal, HttpServletRequest request) {
        return new ModelAndView(
                "staff/confirmation-refused",
                Map.of(
                        "messageKey",
                        "staff.confirmation." + refusal.reason().code(),
                        "back",
                        SessionConfirmations.pageThatAsked(request).orElse("/staff")),
                HttpStatus.FORBIDDEN);
    }
}
