// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadttor.staff.Grant;
import org.stadttor.staff.people.Person;

/** A person as pages show one. */
public record PersonRow(
        String id,
        String name,
        @Nullable String email,
        boolean suspended,
        List<Grant> grants,
        int passkeys,
        @Nullable LocalDate lastSignIn) {

    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    static PersonRow of(Person person) {
        return new PersonRow(
                person.id().value(),
                person.name(),
                person.email().orElse(null),
                person.suspended(),
                person.grants().stream()
                        .sorted(Comparator.comparing(Grant::role).thenComparing(Grant::part))
                        .toList(),
                person.passkeys(),
                person.lastSignIn().map(at -> LocalDate.ofInstant(at, GERMANY)).orElse(null));
    }
}
