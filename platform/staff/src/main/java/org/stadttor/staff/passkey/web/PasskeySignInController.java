// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.passkey.PasskeyRefusedException;
import org.stadttor.staff.passkey.PasskeySignIn;
import org.stadttor.staff.web.StaffSessions;

/** Takes what the authenticator answered on the sign-in page. */
@Controller
public final class PasskeySignInController {

    private final PasskeySignIn signIn;
    private final StaffSessions sessions;

    public PasskeySignInController(PasskeySignIn signIn, StaffSessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @PostMapping("/staff/passkey-sign-in")
    String signIn(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String passkey) {
        try {
            sessions.begin(request, signIn.signIn(request.getSession(true).getId(), ticket, passkey), SignIn.PASSKEY);
            return "redirect:/staff";
        } catch (PasskeyRefusedException e) {
            return "redirect:/staff/sign-in?refused=" + e.reason().code();
        }
    }
}
