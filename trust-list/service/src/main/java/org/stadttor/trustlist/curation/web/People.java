// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.stadttor.staff.StaffMembers;
import org.stadttor.trustlist.issuer.StaffId;

/** Names of those who decided. */
public final class People {

    private final StaffMembers members;
    private final MessageSource messages;

    public People(StaffMembers members, MessageSource messages) {
        this.members = members;
        this.messages = messages;
    }

    /** The name of this person, with a word if the account is suspended; the id where there is no such account. */
    public String name(StaffId id, Locale locale) {
        if (id.equals(StaffId.SYSTEM)) {
            return messages.getMessage("curation.system", null, locale);
        }
        try {
            var member = new org.stadttor.staff.StaffId(id.value());
            return members.findActive(member)
                    .map(StaffMembers.Account::name)
                    .or(() -> members.nameOf(member)
                            .map(name -> messages.getMessage("curation.suspended-person", new Object[] {name}, locale)))
                    .orElse(id.value());
        } catch (IllegalArgumentException e) {
            // Decisions made before there were accounts.
            return id.value();
        }
    }
}
