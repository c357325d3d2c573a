// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.idp.login.AskWallet;
import org.stadttor.idp.login.AskedWallet;
import org.stadttor.idp.login.CompleteLogin;
import org.stadttor.idp.login.LoginOutcome;
import org.stadttor.idp.login.LoginRequest;
import org.stadttor.idp.login.LoginRequests;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.Flow;

/** Where a wallet's answer becomes a login, or the reason why not. */
@Controller
public final class ResultController {

    private final BrowserCookie cookie;
    private final LoginRequests logins;
    private final AskWallet ask;
    private final CompleteLogin complete;
    private final LoginPages pages;

    public ResultController(
            BrowserCookie cookie, LoginRequests logins, AskWallet ask, CompleteLogin complete, LoginPages pages) {
        this.cookie = cookie;
        this.logins = logins;
        this.ask = ask;
        this.complete = complete;
        this.pages = pages;
    }

    /**
     * A wallet on this device has brought the browser back. Another browser than the one that started takes nothing.
     *
     * @see <a href="https://openid.net/specs/openid4vc-high-assurance-interoperability-profile-1_0-final.html">HAIP 1.0,
     *     section 5.1</a>
     */
    @GetMapping("/login/return")
    ModelAndView comeBack(@RequestParam("response_code") String responseCode, HttpServletRequest request) {
        Optional<BrowserBinding> browser = cookie.read(request);
        if (browser.isEmpty()) {
            return pages.otherBrowser();
        }
        return switch (complete.byResponseCode(responseCode, browser.get())) {
            case LoginOutcome.Completed completed ->
                LoginPaths.redirect(completed.address().toString());
            // The page of the result can be loaded again, this address cannot.
            case LoginOutcome.Refused refused ->
                LoginPaths.redirect(LoginPaths.path(
                        "/login/result",
                        refused.presentation().handle(),
                        refused.presentation().flow()));
            case LoginOutcome.TooLate late -> pages.ended();
            case LoginOutcome.Nothing nothing -> pages.otherBrowser();
        };
    }

    /** A waiting page goes on: to the portal, or to the reason why not. */
    @GetMapping("/login/result")
    ModelAndView result(
            @RequestParam(LoginPaths.REQUEST) String handle,
            @RequestParam(LoginPaths.FLOW) String flow,
            HttpServletRequest request) {
        Optional<BrowserBinding> browser = cookie.read(request);
        if (browser.isEmpty()) {
            return pages.otherBrowser();
        }
        Optional<LoginRequest> login = logins.find(handle, browser.get());
        if (login.isEmpty()) {
            return pages.ended();
        }
        Flow known = LoginPaths.flow(flow);
        return ask.current(login.get(), browser.get(), known)
                .map(asked -> result(request, login.get(), asked, browser.get()))
                .orElseGet(() -> LoginPaths.redirect(LoginPaths.start(handle, known)));
    }

    private ModelAndView result(
            HttpServletRequest request, LoginRequest login, AskedWallet asked, BrowserBinding browser) {
        return switch (complete.byPolling(asked.presentation(), browser)) {
            case LoginOutcome.Completed completed ->
                LoginPaths.redirect(completed.address().toString());
            case LoginOutcome.Refused refused ->
                pages.refused(request, login, refused.presentation(), refused.reasonCode());
            case LoginOutcome.TooLate late -> pages.ended();
            case LoginOutcome.Nothing nothing ->
                LoginPaths.redirect(
                        LoginPaths.start(login.handle(), asked.presentation().flow()));
        };
    }

    /** Where a wallet on another device ends up, in a browser that knows nothing of the login. */
    @GetMapping("/login/done")
    ModelAndView done() {
        return new ModelAndView("idp/done");
    }
}
