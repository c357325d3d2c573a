// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** For people who look for a mistake: verifies what they have and tells each check. Nothing is kept. */
public interface ExplainCredential {

    /**
     * What the holder's proof is compared with, where it is known.
     *
     * @param clientId the full client identifier of the request
     * @param nonce the nonce of the request
     * @param requestedAt when the request was made
     */
    record Expected(
            @Nullable String clientId,
            @Nullable String nonce,
            @Nullable Instant requestedAt) {

        /** Nothing is known of the request. */
        public static final Expected NOTHING = new Expected(null, null, null);
    }

    /** Explains a credential or its presentation; untrusted. */
    VerificationExplanation explain(String pasted, Expected expected);
}
