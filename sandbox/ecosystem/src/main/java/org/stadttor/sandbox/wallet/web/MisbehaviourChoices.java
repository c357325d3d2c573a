// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stadttor.sandbox.wallet.Misbehaviour;

/** The misbehaviours as the page offers them. */
final class MisbehaviourChoices {

    private MisbehaviourChoices() {}

    /** Codes by the part of the answer they concern; without the one that is none. */
    static Map<String, List<String>> byPart() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        for (Misbehaviour.Part part : Misbehaviour.Part.values()) {
            if (part != Misbehaviour.Part.NOTHING) {
                choices.put(
                        part.name().toLowerCase(Locale.ROOT),
                        Misbehaviour.of(part).stream().map(Misbehaviour::code).toList());
            }
        }
        return choices;
    }
}
