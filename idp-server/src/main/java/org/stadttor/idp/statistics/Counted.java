// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * What a counter counts.
 *
 * @param day in UTC
 * @param client client identifier of the relying party
 * @param detail what {@link LoginStep} says, or empty
 */
public record Counted(LocalDate day, String client, LoginStep step, String detail) implements Comparable<Counted> {

    private static final Comparator<Counted> ORDER = Comparator.comparing(Counted::day)
            .thenComparing(Counted::client)
            .thenComparing(Counted::step)
            .thenComparing(Counted::detail);

    public Counted {
        Objects.requireNonNull(day);
        Objects.requireNonNull(client);
        Objects.requireNonNull(step);
        Objects.requireNonNull(detail);
    }

    /** One order for all nodes, so that no two wait for each other's rows. */
    @Override
    public int compareTo(Counted other) {
        return ORDER.compare(this, other);
    }
}
