// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.passkey.ConfirmAct;
import org.stadttor.staff.passkey.PasskeyQuestion;
import org.stadttor.staff.passkey.PasskeyRefusedException;

/** Gives the script of a page that was open for long a fresh question for the same act. */
@Controller
public final class ConfirmationController {

    private final ConfirmAct confirm;

    public ConfirmationController(ConfirmAct confirm) {
        this.confirm = confirm;
    }

    @PostMapping("/staff/confirmation")
    @ResponseBody
    Map<String, String> renew(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String renewal,
            HttpServletRequest request) {
        try {
            PasskeyQuestion question = confirm.renew(request.getSession(true).getId(), member, renewal);
            return Map.of("ticket", question.ticket(), "options", question.options());
        } catch (PasskeyRefusedException e) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
    }
}
