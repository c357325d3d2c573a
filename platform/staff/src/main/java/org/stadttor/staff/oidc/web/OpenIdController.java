// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.Secrets;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffAddress;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.oidc.Attempt;
import org.stadttor.staff.oidc.FinishSignIn;
import org.stadttor.staff.oidc.Identities;
import org.stadttor.staff.oidc.OpenIdClient;
import org.stadttor.staff.oidc.OpenIdRefusedException;
import org.stadttor.staff.oidc.UnlinkIdentity;
import org.stadttor.staff.web.StaffSessions;

/** Signing in through the operator's provider, and linking an account with an identity there. */
@Controller
public final class OpenIdController {

    private static final String ACT = "link-openid-identity";

    private final Optional<Parts> parts;
    private final StaffSessions sessions;
    private final Confirmations confirmations;
    private final AttemptCookie cookie;
    private final Clock clock;

    /** What is needed of the room. */
    public record Parts(
            OpenIdClient client, FinishSignIn finish, UnlinkIdentity unlink, Identities identities, Secrets secrets) {}

    /** Without parts there is no provider, and none of these pages. */
    public OpenIdController(
            Optional<Parts> parts,
            StaffSessions sessions,
            Confirmations confirmations,
            StaffAddress address,
            Clock clock) {
        this.parts = parts;
        this.sessions = sessions;
        this.confirmations = confirmations;
        this.cookie = new AttemptCookie(address);
        this.clock = clock;
    }

    @GetMapping("/staff/openid/start")
    ModelAndView start(HttpServletResponse response, Model model) {
        Attempt attempt = new Attempt(parts().secrets().next());
        try {
            String address = parts().client().authorizationAddress(attempt).toString();
            cookie.set(response, attempt);
            return new ModelAndView("redirect:" + address);
        } catch (OpenIdRefusedException e) {
            return refused(e, model);
        }
    }

    /**
     * The session begins here, but its cookie is strict: browsers send it only after a page of ours, so this is a page
     * that goes on by itself.
     */
    @GetMapping(OpenIdClient.CALLBACK)
    ModelAndView callback(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String iss,
            @RequestParam(defaultValue = "") String error,
            Model model) {
        try {
            Attempt attempt = cookie.take(request, response)
                    .orElseThrow(() -> new OpenIdRefusedException(OpenIdRefusedException.Reason.STATE_MISMATCH));
            StaffId id = parts().finish().finish(new FinishSignIn.Answer(code, state, iss, error), attempt);
            sessions.begin(request, id, SignIn.OPENID_PROVIDER);
            return new ModelAndView("staff/openid-done");
        } catch (OpenIdRefusedException e) {
            return refused(e, model);
        }
    }

    @GetMapping("/staff/openid")
    String page(HttpServletRequest request, @AuthenticationPrincipal StaffMember member, Model model) {
        model.addAttribute("provider", parts().client().name());
        model.addAttribute(
                "linked",
                parts().identities().isLinked(member.id(), parts().client().issuer()));
        model.addAttribute("confirmation", confirmations.prepare(request, ACT));
        return "staff/openid";
    }

    @PostMapping("/staff/openid/link")
    ModelAndView link(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal StaffMember member,
            Model model) {
        confirmations.require(request, ACT);
        Attempt attempt = new Attempt(parts().secrets().next());
        try {
            model.addAttribute("address", parts().client().authorizationAddress(attempt));
            model.addAttribute("provider", parts().client().name());
            parts().identities()
                    .begin(
                            Secrets.hash(attempt.binding()),
                            member.id(),
                            clock.instant().plus(AttemptCookie.LIFETIME));
            cookie.set(response, attempt);
            return new ModelAndView("staff/openid-link");
        } catch (OpenIdRefusedException e) {
            return refused(e, model);
        }
    }

    @PostMapping("/staff/openid/unlink")
    String unlink(@AuthenticationPrincipal StaffMember member) {
        parts().unlink().unlink(member, parts().client().issuer());
        return "redirect:/staff/openid";
    }

    private Parts parts() {
        return parts.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView refused(OpenIdRefusedException e, Model model) {
        model.addAttribute("error", e.reason().code());
        model.addAttribute("provider", parts().client().name());
        return new ModelAndView("staff/openid-refused", HttpStatus.FORBIDDEN);
    }
}
