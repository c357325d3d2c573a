// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.CollectResult;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationId;
import org.stadttor.wallet.presentation.PresentationStatus;
import org.stadttor.wallet.presentation.RotateRequestHandle;
import org.stadttor.wallet.presentation.StartPresentation;
import org.stadttor.wallet.presentation.StartedPresentation;

/**
 * Use case: a login page asks a wallet. The same page, loaded again or by a browser that looks ahead, asks with the same
 * presentation; a new one starts only where there is none, or the last one has ended.
 */
public final class AskWallet {

    private final StartPresentation start;
    private final CollectResult collect;
    private final RotateRequestHandle rotate;
    private final PresentationMemory memory;
    private final Clock clock;

    public AskWallet(
            StartPresentation start,
            CollectResult collect,
            RotateRequestHandle rotate,
            PresentationMemory memory,
            Clock clock) {
        this.start = start;
        this.collect = collect;
        this.rotate = rotate;
        this.memory = memory;
        this.clock = clock;
    }

    /** The running presentation of this login, or a new one. */
    public AskedWallet ask(LoginRequest login, BrowserBinding browser, Flow flow) {
        Optional<AskedWallet> known = current(login, browser, flow);
        if (known.filter(AskWallet::isRunning).isPresent()) {
            return known.get();
        }
        @Nullable
        PresentationId ended = known.map(asked -> asked.presentation().id()).orElse(null);
        StartedPresentation started = start.start(login.toWallet(flow), browser);
        LoginPresentation mine = new LoginPresentation(
                started.id(), flow, login.handle(), started.clientId(), started.requestUri(), now(), null);
        LoginPresentation kept =
                memory.remember(mine, ended, browser, login.pending().latestExpiry());
        return new AskedWallet(kept, PresentationStatus.WAITING);
    }

    /** The presentation of this login, whatever became of it; starts nothing. */
    public Optional<AskedWallet> current(LoginRequest login, BrowserBinding browser, Flow flow) {
        return memory.find(login.handle(), browser, flow)
                .map(presentation -> new AskedWallet(presentation, collect.status(presentation.id(), browser)));
    }

    /** The same with a new request URI, if nobody has opened the one before and it has reached this age. */
    public AskedWallet refreshed(AskedWallet asked, BrowserBinding browser, Duration age) {
        LoginPresentation before = asked.presentation();
        if (asked.status() != PresentationStatus.WAITING
                || now().isBefore(before.freshSince().plus(age))) {
            return asked;
        }
        return rotate.rotate(before.id(), browser)
                .map(started -> memory.refresh(before, started.requestUri(), now(), browser))
                .map(presentation -> new AskedWallet(presentation, asked.status()))
                .orElse(asked);
    }

    private static boolean isRunning(AskedWallet asked) {
        return asked.presentation().refusal() == null && asked.status() != PresentationStatus.GONE;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
