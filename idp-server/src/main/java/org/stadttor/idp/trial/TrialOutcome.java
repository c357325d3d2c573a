// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial;

import java.util.Map;

/** How a trial ended; its text shows no claim. */
public sealed interface TrialOutcome {

    /**
     * Tokens came, and are what they should be.
     *
     * @param idToken claims of the ID token, by name
     * @param userInfo claims of the UserInfo response, by name
     */
    record Succeeded(Map<String, Object> idToken, Map<String, Object> userInfo) implements TrialOutcome {

        @Override
        public String toString() {
            return "Succeeded[]";
        }
    }

    /** The authorization endpoint answered with an error, as software of an agency would see it. */
    record Refused(String error) implements TrialOutcome {}

    /** What came back does not belong to the trial of this session; nothing was redeemed. */
    record NotOurs() implements TrialOutcome {}

    /** The token endpoint refused the code. */
    record NotRedeemed(String reason) implements TrialOutcome {}
}
