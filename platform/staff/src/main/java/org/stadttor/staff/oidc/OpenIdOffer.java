// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc;

/**
 * What the sign-in page says about the operator's provider.
 *
 * @param name what people call it; empty if there is none
 */
public record OpenIdOffer(String name) {

    /** Whether there is one. */
    public boolean offered() {
        return !name.isEmpty();
    }
}
