// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.time.Instant;
import java.util.Optional;
import org.stadttor.wallet.presentation.PresentationId;

/** Which presentation belongs to which login. Each change is one atomic statement; false if another request was first. */
public interface LoginPresentations {

    Optional<StoredPresentation> find(String loginKey);

    Optional<StoredPresentation> find(PresentationId id);

    boolean insert(StoredPresentation first);

    /** A new presentation for the same login takes the place of one that ended. */
    boolean replace(PresentationId ended, StoredPresentation next);

    /** A new request URI for the same presentation. */
    boolean refresh(StoredPresentation before, String sealed, Instant freshSince);

    /** Remembers why, because a result is collected only once but its page may be loaded again. */
    boolean refuse(PresentationId id, String reasonCode);

    /** Deletes what has expired. */
    int purge(Instant now);
}
