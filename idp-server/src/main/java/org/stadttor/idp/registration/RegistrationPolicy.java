// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

/**
 * What this installation offers.
 *
 * @param sandbox whether it is a sandbox: only there is a stage without a second person
 */
public record RegistrationPolicy(boolean sandbox) {

    /** Whether such a registration is approved without a second person. */
    boolean approvesAlone(Stage stage) {
        return sandbox && stage == Stage.SANDBOX;
    }

    void requireOffered(Stage stage) {
        if (stage == Stage.SANDBOX && !sandbox) {
            throw new RegistrationRefusedException(RegistrationRefusedException.Reason.STAGE_NOT_OFFERED);
        }
    }
}
