// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import org.jspecify.annotations.Nullable;

/**
 * What registrations of a unit are prefilled with. What is empty is taken from the nearest unit above that has it: an
 * office is usually no legal person of its own.
 *
 * @param publicBody whether the legal entity is a public sector body; null where the unit above decides
 */
public record UnitDetails(
        LegalEntity legalEntity,
        Contact contact,
        SupervisoryAuthority supervisoryAuthority,
        @Nullable Boolean publicBody) {

    public static UnitDetails empty() {
        return new UnitDetails(LegalEntity.empty(), Contact.empty(), SupervisoryAuthority.empty(), null);
    }

    /** These details, with what is empty taken from above. */
    public UnitDetails orElse(UnitDetails above) {
        return new UnitDetails(
                legalEntity.isEmpty() ? above.legalEntity : legalEntity,
                contact.isEmpty() ? above.contact : contact,
                supervisoryAuthority.isEmpty() ? above.supervisoryAuthority : supervisoryAuthority,
                publicBody == null ? above.publicBody : publicBody);
    }
}
