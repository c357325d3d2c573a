// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.stadttor.idp.login.AskWallet;
import org.stadttor.idp.login.AskedWallet;
import org.stadttor.idp.login.LoginRequest;
import org.stadttor.idp.login.LoginRequests;
import org.stadttor.idp.login.LoginSettings;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationStatus;

/** Says how far a login is, to the page that waits for it. Completes nothing. */
public final class LiveStates {

    private final LoginRequests logins;
    private final AskWallet ask;
    private final LoginSettings.Qr qr;
    private final MessageSource messages;

    public LiveStates(LoginRequests logins, AskWallet ask, LoginSettings.Qr qr, MessageSource messages) {
        this.logins = logins;
        this.ask = ask;
        this.qr = qr;
        this.messages = messages;
    }

    LiveState of(String handle, BrowserBinding browser, Flow flow, Locale locale) {
        Optional<LoginRequest> login = logins.find(handle, browser);
        if (login.isEmpty()) {
            // The start page says that the login has ended.
            return LiveState.goOn(PresentationStatus.GONE, LoginPaths.start(handle, flow));
        }
        return ask.current(login.get(), browser, flow)
                .map(asked -> of(asked, browser, locale))
                .orElseGet(() -> LiveState.goOn(PresentationStatus.GONE, LoginPaths.start(handle, flow)));
    }

    private LiveState of(AskedWallet asked, BrowserBinding browser, Locale locale) {
        Flow flow = asked.presentation().flow();
        String handle = asked.presentation().handle();
        String result = LoginPaths.path("/login/result", handle, flow);
        if (asked.presentation().refusal() != null) {
            return LiveState.goOn(PresentationStatus.FAILED, result);
        }
        return switch (asked.status()) {
            case WAITING -> waiting(asked, browser, locale);
            case OPENED -> stay(asked, locale);
            case ANSWERED -> flow == Flow.CROSS_DEVICE ? LiveState.goOn(asked.status(), result) : stay(asked, locale);
            case FAILED -> LiveState.goOn(asked.status(), result);
            case GONE -> LiveState.goOn(asked.status(), LoginPaths.start(handle, flow));
        };
    }

    private LiveState waiting(AskedWallet asked, BrowserBinding browser, Locale locale) {
        if (asked.presentation().flow() == Flow.SAME_DEVICE) {
            return stay(asked, locale);
        }
        AskedWallet refreshed = ask.refreshed(asked, browser, qr.rotateAfter());
        return stay(refreshed, locale).with(QrView.of(refreshed.presentation(), qr));
    }

    private LiveState stay(AskedWallet asked, Locale locale) {
        String key =
                "idp.status." + LoginPaths.value(asked.presentation().flow()) + "." + LiveState.key(asked.status());
        return LiveState.stay(asked.status(), messages.getMessage(key, null, locale));
    }
}
