// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.util.Objects;

/**
 * Who acts, and for which part of the tree.
 *
 * @param id the staff id, for the audit trail and for the rule of two people
 * @param scope where this person may do what is being done; the caller derives it from the roles that allow the act
 */
public record ActingPerson(String id, Scope scope) {

    public ActingPerson {
        if (id.isBlank() || id.length() > 100) {
            throw new IllegalArgumentException("not an id of a person");
        }
        Objects.requireNonNull(scope);
    }
}
