// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.keywarning;

import java.time.Instant;
import java.util.List;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;

/** The stored keys of live registrations, and the warnings about them. */
public interface KeyWarnings {

    /** Keys that end before this time, the first to end first. */
    Page<ExpiringKey> endingBefore(Scope scope, Instant before, String after, int limit);

    /** Makes every warning that is due and was not made before; each key has one per threshold. */
    void plan(Instant now);

    /** Takes warnings that are due for an attempt; nobody else gets them before {@code nextAttempt}. */
    List<KeyWarning> take(Instant now, int limit);

    void sent(KeyWarning warning, Instant now);

    /** There will be no further attempt. */
    void givenUp(KeyWarning warning);
}
