// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Fills in what a form may leave empty, once, when it is saved: later changes of defaults change no registration. */
final class DossierDefaults {

    private final Instant now;

    DossierDefaults(Instant now) {
        this.now = now;
    }

    DossierDraft apply(DossierDraft draft) {
        List<KeyDraft> keys = draft.keys().stream()
                .map(key -> key.expiresAt().isEmpty() ? new KeyDraft(key.jwk(), inOneYear()) : key)
                .toList();
        String sector = draft.sector().isEmpty() ? host(draft.redirectUris()) : draft.sector();
        return draft.with(keys, sector, draft.matching().isEmpty() ? "transient" : draft.matching());
    }

    private String inOneYear() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusYears(1).toString();
    }

    private static String host(List<String> redirectUris) {
        if (redirectUris.isEmpty()) {
            return "";
        }
        try {
            String host = new URI(redirectUris.getFirst()).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
