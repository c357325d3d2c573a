// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import java.time.Instant;
import java.util.List;
import org.stadttor.wallet.presentation.PresentationId;

/** Logins that failed, for the help desk; reason codes only. */
public interface SupportCases {

    /** One failed login. */
    record SupportCase(PresentationId presentation, String reason, Instant happenedAt) {}

    /** Remembers a case; a presentation has at most one. */
    void remember(SupportCase supportCase);

    /** The cases whose presentation id begins so, newest first. */
    List<SupportCase> startingWith(String idPrefix);

    /** Forgets what is older. */
    int purge(Instant before);
}
