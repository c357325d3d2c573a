// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Map;

/**
 * An attribute a service wants to ask for, as it was typed.
 *
 * @param attribute name of the claim, for example {@code family_name}
 * @param purposes why, by language
 * @param legalBasis for example a section of a law
 * @param retention how long the service keeps it
 * @param mandatory whether a login makes no sense without it
 */
public record AttributeDraft(
        String attribute, Map<String, String> purposes, String legalBasis, String retention, boolean mandatory) {

    public AttributeDraft {
        purposes = DossierDraft.filled(purposes);
    }
}
