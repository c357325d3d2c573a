// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;

/** What can be done to a person. */
enum PersonAct {
    GIVE,
    TAKE,
    SUSPEND,
    RESUME,
    PASSKEY;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PersonAct> of(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }

    /** Whether it is about a role. */
    boolean ofRole() {
        return this == GIVE || this == TAKE;
    }

    /** What is confirmed. */
    String text(StaffId person, Optional<Grant> grant) {
        return "person-" + code() + ":" + person
                + grant.map(known -> ":" + known.role() + " " + known.part()).orElse("");
    }
}
