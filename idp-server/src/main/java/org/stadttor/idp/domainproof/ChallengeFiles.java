// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof;

import java.util.List;

/** The files with challenges at the hosts themselves. */
@FunctionalInterface
public interface ChallengeFiles {

    /**
     * The lines of the file.
     *
     * @throws RuntimeException if it cannot be fetched
     */
    List<String> lines(String host);
}
