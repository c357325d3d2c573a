// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.idp.login.AskWallet;
import org.stadttor.idp.login.AskedWallet;
import org.stadttor.idp.login.LoginRequest;
import org.stadttor.idp.login.LoginRequests;
import org.stadttor.idp.login.LoginSettings;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationStatus;

/** The pages on which a citizen reads who asks for what, and turns to a wallet. */
@Controller
public final class LoginController {

    private final BrowserCookie cookie;
    private final LoginRequests logins;
    private final AskWallet ask;
    private final LoginPages pages;
    private final LoginSettings.Qr qr;

    public LoginController(
            BrowserCookie cookie, LoginRequests logins, AskWallet ask, LoginPages pages, LoginSettings.Qr qr) {
        this.cookie = cookie;
        this.logins = logins;
        this.ask = ask;
        this.pages = pages;
        this.qr = qr;
    }

    /** Who asks for what; the wallets of this device. */
    @GetMapping("/login")
    ModelAndView start(@RequestParam(LoginPaths.REQUEST) String handle, HttpServletRequest request) {
        return on(request, handle, (login, browser) -> {
            AskedWallet asked = ask.ask(login, browser, Flow.SAME_DEVICE);
            return asked.status() == PresentationStatus.FAILED
                    ? LoginPaths.redirect(LoginPaths.path("/login/result", handle, Flow.SAME_DEVICE))
                    : pages.start(request, login, asked);
        });
    }

    /**
     * The QR code.
     *
     * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section
     *     5.7</a>
     */
    @GetMapping("/login/other-device")
    ModelAndView otherDevice(@RequestParam(LoginPaths.REQUEST) String handle, HttpServletRequest request) {
        return on(request, handle, (login, browser) -> {
            AskedWallet asked = ask.ask(login, browser, Flow.CROSS_DEVICE);
            return switch (asked.status()) {
                case ANSWERED, FAILED ->
                    LoginPaths.redirect(LoginPaths.path("/login/result", handle, Flow.CROSS_DEVICE));
                case WAITING, OPENED, GONE ->
                    pages.otherDevice(request, login, ask.refreshed(asked, browser, qr.rotateAfter()));
            };
        });
    }

    /** For browsers without scripts that come back from a wallet of this device: how far is it? */
    @GetMapping("/login/wait")
    ModelAndView waiting(@RequestParam(LoginPaths.REQUEST) String handle, HttpServletRequest request) {
        return on(request, handle, (login, browser) -> {
            Optional<AskedWallet> asked = ask.current(login, browser, Flow.SAME_DEVICE);
            if (asked.isEmpty() || asked.get().status() == PresentationStatus.GONE) {
                return LoginPaths.redirect(LoginPaths.start(handle, Flow.SAME_DEVICE));
            }
            return asked.get().status() == PresentationStatus.FAILED
                    ? LoginPaths.redirect(LoginPaths.path("/login/result", handle, Flow.SAME_DEVICE))
                    : pages.waiting(request, login, asked.get());
        });
    }

    private ModelAndView on(
            HttpServletRequest request, String handle, BiFunction<LoginRequest, BrowserBinding, ModelAndView> page) {
        Optional<BrowserBinding> browser = cookie.read(request);
        if (browser.isEmpty()) {
            return pages.otherBrowser();
        }
        return logins.find(handle, browser.get())
                .map(login -> page.apply(login, browser.get()))
                .orElseGet(pages::ended);
    }
}
