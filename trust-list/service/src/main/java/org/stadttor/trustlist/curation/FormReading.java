// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import java.util.List;
import java.util.Objects;
import org.stadttor.trustlist.issuer.IssuerDetails;

/** What came out of reading a form. */
public sealed interface FormReading {

    /** Everything could be read. */
    record Complete(IssuerDetails details, String reason) implements FormReading {
        public Complete {
            Objects.requireNonNull(details);
            Objects.requireNonNull(reason);
        }
    }

    /** Some fields could not; in the order of the form. */
    record Incomplete(List<FieldProblem> problems) implements FormReading {
        public Incomplete {
            problems = List.copyOf(problems);
        }
    }
}
