// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.evaluation.TrustDecision.Reason;

/** Hears what the evaluator does. A rule holds if the next one begins, and does not if an exception comes instead. */
interface Steps {

    /** For decisions nobody asked to explain. */
    Steps UNHEARD = new Steps() {
        @Override
        public void begin(TrustRule rule, @Nullable X509Certificate certificate) {
            // Nobody listens.
        }

        @Override
        public void setAside(Reason reason) {
            // Nobody listens.
        }
    };

    /**
     * A rule is looked at.
     *
     * @param certificate of which it is asked; none if it is asked of the list
     */
    void begin(TrustRule rule, @Nullable X509Certificate certificate);

    /** The rule does not hold, and the evaluator goes on to another certificate that could take the place. */
    void setAside(Reason reason);
}
