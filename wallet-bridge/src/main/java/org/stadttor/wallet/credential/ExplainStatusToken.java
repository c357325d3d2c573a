// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import org.jspecify.annotations.Nullable;

/** For people who look for a mistake: verifies a status list token and tells each check. Nothing is kept. */
public interface ExplainStatusToken {

    /**
     * Explains a token; untrusted.
     *
     * @param uri where a credential says it stands; null if that is not known
     * @param index the entry wanted; null if none
     */
    VerificationExplanation explain(String pasted, @Nullable String uri, @Nullable Long index);
}
