// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import java.util.Optional;
import org.stadttor.trustlist.curation.FieldProblem.Kind;

/** Why somebody decides; asked for with every decision. */
public final class ReasonText {

    private ReasonText() {}

    /** What is wrong with it, if something is. */
    public static Optional<FieldProblem> problem(String typed) {
        String reason = typed.strip();
        if (reason.isEmpty()) {
            return Optional.of(FieldProblem.of(Field.REASON, Kind.MISSING, ""));
        }
        if (reason.length() > FormText.MAX_TEXT) {
            return Optional.of(FieldProblem.of(Field.REASON, Kind.TOO_LONG, Integer.toString(FormText.MAX_TEXT)));
        }
        return FormText.isVisible(reason)
                ? Optional.empty()
                : Optional.of(FieldProblem.of(Field.REASON, Kind.INVISIBLE_CHARACTERS, ""));
    }
}
