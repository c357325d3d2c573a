// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.time.Clock;
import java.util.List;
import org.stadttor.idp.registration.DossierDraft;

/** Keys as pages show them today. */
public final class KeyViews {

    private final Clock clock;

    public KeyViews(Clock clock) {
        this.clock = clock;
    }

    public List<KeyView> of(DossierDraft dossier) {
        return KeyView.of(dossier, clock.instant());
    }
}
