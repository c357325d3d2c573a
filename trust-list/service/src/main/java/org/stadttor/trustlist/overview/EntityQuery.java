// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.util.Objects;
import java.util.Optional;
import org.stadttor.trustlist.issuer.EntityVersion.State;
import org.stadttor.trustlist.issuer.ListPurpose;

/**
 * What somebody looks for.
 *
 * @param text words that must all occur; empty for everybody
 * @param page from 1
 */
public record EntityQuery(String text, Optional<ListPurpose> purpose, Optional<State> state, int page) {

    /** Longer is no search. */
    public static final int MAX_TEXT = 200;

    public EntityQuery {
        text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(state);
        page = Math.clamp(page, 1, 100_000);
    }

    /** Another page of the same. */
    public EntityQuery withPage(int other) {
        return new EntityQuery(text, purpose, state, other);
    }
}
