// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationId;

/** Remembers the presentation of a login between requests, for its browser only. */
public final class PresentationMemory {

    private final LoginPresentations presentations;
    private final PresentationSealing sealing;

    public PresentationMemory(LoginPresentations presentations, SecureRandom random) {
        this.presentations = presentations;
        this.sealing = new PresentationSealing(random);
    }

    Optional<LoginPresentation> find(String handle, BrowserBinding browser, Flow flow) {
        return presentations
                .find(PresentationSealing.loginKey(browser, handle, flow))
                .flatMap(stored -> sealing.open(browser, stored));
    }

    Optional<LoginPresentation> find(PresentationId id, BrowserBinding browser) {
        return presentations.find(id).flatMap(stored -> sealing.open(browser, stored));
    }

    /** Returns what is remembered now: if two requests started one each, both get the one that was first. */
    LoginPresentation remember(
            LoginPresentation mine, @Nullable PresentationId ended, BrowserBinding browser, Instant expiresAt) {
        StoredPresentation stored = new StoredPresentation(
                PresentationSealing.loginKey(browser, mine.handle(), mine.flow()),
                mine.id(),
                sealing.seal(browser, mine),
                mine.freshSince(),
                expiresAt,
                null);
        boolean first = ended == null ? presentations.insert(stored) : presentations.replace(ended, stored);
        return first ? mine : find(mine.handle(), browser, mine.flow()).orElse(mine);
    }

    /** Returns what is remembered now: if two requests made a new address each, both get the one that was first. */
    LoginPresentation refresh(LoginPresentation before, URI requestUri, Instant now, BrowserBinding browser) {
        LoginPresentation mine = new LoginPresentation(
                before.id(), before.flow(), before.handle(), before.clientId(), requestUri, now, before.refusal());
        return presentations
                .find(PresentationSealing.loginKey(browser, before.handle(), before.flow()))
                .filter(stored -> stored.freshSince().equals(before.freshSince()))
                .filter(stored -> presentations.refresh(stored, sealing.seal(browser, mine), now))
                .map(stored -> mine)
                .or(() -> find(before.handle(), browser, before.flow()))
                .orElse(before);
    }

    void refuse(PresentationId id, String reasonCode) {
        presentations.refuse(id, reasonCode);
    }
}
