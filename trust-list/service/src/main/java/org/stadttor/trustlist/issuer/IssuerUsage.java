// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.Objects;
import java.util.OptionalLong;

/** How much an issuer was used in the last 30 days, as counts in which nobody can be recognised. */
public sealed interface IssuerUsage {

    /** Below this, a count is not told. */
    int LEAST = 10;

    /** The identity provider's view is not there, or this process has no right to read it. */
    record Unknown() implements IssuerUsage {}

    /**
     * Counts; empty means "fewer than {@value IssuerUsage#LEAST}", which may be none.
     *
     * @param relyingParties of the certificate that most relying parties used: who used several is in more than one count
     * @param logins the sum over all certificates of which the count is told
     */
    record Counted(OptionalLong relyingParties, OptionalLong logins) implements IssuerUsage {

        public Counted {
            Objects.requireNonNull(relyingParties);
            Objects.requireNonNull(logins);
        }
    }
}
