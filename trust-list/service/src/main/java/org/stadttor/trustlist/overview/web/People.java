// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.stadttor.staff.StaffMembers;
import org.stadttor.trustlist.issuer.StaffId;

/** The names behind the ids of a history, for one page. */
public record People(StaffMembers members, MessageSource messages, Locale locale) {

    /** The name of whoever has an account, with a word if it is suspended; otherwise the id. */
    public String name(StaffId id) {
        if (id.equals(StaffId.SYSTEM)) {
            return messages.getMessage("overview.people.system", null, locale);
        }
        try {
            var member = new org.stadttor.staff.StaffId(id.value());
            return members.findActive(member)
                    .map(StaffMembers.Account::name)
                    .or(() -> members.nameOf(member)
                            .map(name -> messages.getMessage("overview.people.suspended", new Object[] {name}, locale)))
                    .orElse(id.value());
        } catch (IllegalArgumentException e) {
            // From before people had accounts.
            return id.value();
        }
    }
}
