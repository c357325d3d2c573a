// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.idp.authorization.CompleteAuthorization;
import org.stadttor.idp.authorization.PendingAuthorizationGoneException;
import org.stadttor.idp.login.LoginRequests;
import org.stadttor.wallet.presentation.BrowserBinding;

/** What a citizen can do on a login page but turn to a wallet: take more time, go back to the portal. */
@Controller
public final class ActionsController {

    private static final String ACCESS_DENIED = "access_denied";
    private static final String TEMPORARILY_UNAVAILABLE = "temporarily_unavailable";

    private final BrowserCookie cookie;
    private final LoginRequests logins;
    private final CompleteAuthorization complete;
    private final LoginPages pages;

    public ActionsController(
            BrowserCookie cookie, LoginRequests logins, CompleteAuthorization complete, LoginPages pages) {
        this.cookie = cookie;
        this.logins = logins;
        this.complete = complete;
        this.pages = pages;
    }

    /**
     * Ends the login with an error response.
     *
     * @param trouble whether it is ours and not the citizen's decision
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749, section 4.1.2.1</a>
     */
    @PostMapping("/login/cancel")
    ModelAndView cancel(
            @RequestParam(LoginPaths.REQUEST) String handle,
            @RequestParam(name = "trouble", defaultValue = "false") boolean trouble,
            HttpServletRequest request) {
        Optional<BrowserBinding> browser = cookie.read(request);
        if (browser.isEmpty()) {
            return pages.otherBrowser();
        }
        try {
            String error = trouble ? TEMPORARILY_UNAVAILABLE : ACCESS_DENIED;
            return LoginPaths.redirect(
                    complete.fail(handle, browser.get(), error).toString());
        } catch (PendingAuthorizationGoneException e) {
            return pages.ended();
        }
    }

    /**
     * Gives the citizen more time, without the portal starting again.
     *
     * @see <a href="https://www.w3.org/TR/WCAG22/#timing-adjustable">WCAG 2.2, success criterion 2.2.1</a>
     */
    @PostMapping("/login/more-time")
    ModelAndView moreTime(
            @RequestParam(LoginPaths.REQUEST) String handle,
            @RequestParam(LoginPaths.FLOW) String flow,
            HttpServletRequest request) {
        Optional<BrowserBinding> browser = cookie.read(request);
        if (browser.isEmpty()) {
            return pages.otherBrowser();
        }
        return logins.extend(handle, browser.get())
                .map(login -> LoginPaths.redirect(LoginPaths.start(handle, LoginPaths.flow(flow))))
                .orElseGet(pages::ended);
    }
}
