// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.stadttor.idp.login.AskedWallet;
import org.stadttor.idp.login.LocalizedText;
import org.stadttor.idp.login.LoginPresentation;
import org.stadttor.idp.login.LoginRequest;
import org.stadttor.idp.login.LoginSettings;
import org.stadttor.idp.login.RefusalGroup;
import org.stadttor.idp.login.SupportCode;
import org.stadttor.idp.login.Wallets;
import org.stadttor.ui.Languages;
import org.stadttor.ui.PagePolicy;
import org.stadttor.wallet.pid.PidQuery;
import org.stadttor.wallet.presentation.PresentationStatus;

/** Puts together what the templates show. */
public final class LoginPages {

    private static final Duration NEARLY_OVER = Duration.ofMinutes(2);

    private final Wallets wallets;
    private final LoginSettings.Qr qr;
    private final Clock clock;

    public LoginPages(Wallets wallets, LoginSettings.Qr qr, Clock clock) {
        this.wallets = wallets;
        this.qr = qr;
        this.clock = clock;
    }

    /** An attribute that is asked for, whether the wallet lets the citizen leave it out, and why it is asked. */
    public record AskedAttribute(String claim, boolean mandatory, LocalizedText purpose) {}

    /** A button that opens a wallet on this device. */
    public record WalletLink(String id, LocalizedText name, String href) {}

    ModelAndView start(HttpServletRequest request, LoginRequest login, AskedWallet asked) {
        ModelAndView page = page("idp/login", request, login);
        Locale locale = RequestContextUtils.getLocale(request);
        page.addObject(
                "asked",
                login.asked().stream()
                        .map(entitlement -> new AskedAttribute(
                                entitlement.attribute().claim(),
                                entitlement.mandatory() || PidQuery.isInEveryPid(entitlement.attribute()),
                                LocalizedText.of(entitlement.purposes(), locale)))
                        .toList());
        page.addObject("wallets", walletLinks(asked.presentation(), locale));
        page.addObject("privacyPolicy", login.relyingParty().privacyPolicyUri());
        return withStatus(page, asked);
    }

    ModelAndView otherDevice(HttpServletRequest request, LoginRequest login, AskedWallet asked) {
        QrView code = QrView.of(asked.presentation(), qr);
        return withStatus(page("idp/other-device", request, login), asked)
                .addObject("qrImage", code.image())
                .addObject("qrLink", code.link())
                .addObject("reload", !"off".equals(request.getParameter("reload")));
    }

    ModelAndView waiting(HttpServletRequest request, LoginRequest login, AskedWallet asked) {
        return withStatus(page("idp/wait", request, login), asked)
                .addObject("reload", !"off".equals(request.getParameter("reload")));
    }

    ModelAndView refused(
            HttpServletRequest request, LoginRequest login, LoginPresentation presentation, String reasonCode) {
        RefusalGroup group = RefusalGroup.of(reasonCode);
        return page("idp/refused", request, login)
                .addObject("group", group.key())
                .addObject("ourTrouble", group.isOurTrouble())
                .addObject("flow", LoginPaths.value(presentation.flow()))
                .addObject("again", LoginPaths.start(login.handle(), presentation.flow()))
                .addObject("supportCode", SupportCode.of(presentation.id()).value());
    }

    /** The login has ended, in whatever way. */
    ModelAndView ended() {
        return new ModelAndView("idp/ended", HttpStatus.GONE);
    }

    /** This browser cannot go on with the login; another one, or none, can. */
    ModelAndView otherBrowser() {
        return new ModelAndView("idp/other-browser", HttpStatus.FORBIDDEN);
    }

    private ModelAndView page(String view, HttpServletRequest request, LoginRequest login) {
        Languages.prefer(request, login.pending().uiLocales());
        PagePolicy.useScript(request);
        for (URI address : login.relyingParty().redirectUris()) {
            PagePolicy.allowFormTarget(request, address);
        }
        Duration left = Duration.between(clock.instant(), login.pending().expiresAt());
        return new ModelAndView(view)
                .addObject("handle", login.handle())
                .addObject(
                        "portal",
                        LocalizedText.of(login.relyingParty().names(), RequestContextUtils.getLocale(request)))
                .addObject("secondsLeft", Math.max(0, left.toSeconds()))
                .addObject("minutesLeft", Math.max(1, (left.toSeconds() + 59) / 60))
                .addObject("warnSeconds", NEARLY_OVER.toSeconds())
                .addObject("nearlyOver", left.compareTo(NEARLY_OVER) <= 0)
                .addObject(
                        "extendable",
                        login.pending().expiresAt().isBefore(login.pending().latestExpiry()));
    }

    private static ModelAndView withStatus(ModelAndView page, AskedWallet asked) {
        return page.addObject("flow", LoginPaths.value(asked.presentation().flow()))
                .addObject("status", LiveState.key(asked.status()))
                .addObject("opened", asked.status() != PresentationStatus.WAITING);
    }

    private List<WalletLink> walletLinks(LoginPresentation presentation, Locale locale) {
        return wallets.all().stream()
                .map(wallet -> new WalletLink(
                        wallet.id(),
                        LocalizedText.of(wallet.names(), locale),
                        presentation
                                .engagement(wallet.engagement(), wallet.method())
                                .value()))
                .toList();
    }
}
