// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof;

import java.util.List;

/** The TXT records with challenges in the DNS. */
@FunctionalInterface
public interface ChallengeRecords {

    /**
     * The texts of all TXT records of this name.
     *
     * @throws RuntimeException if the DNS does not answer
     */
    List<String> texts(String name);
}
