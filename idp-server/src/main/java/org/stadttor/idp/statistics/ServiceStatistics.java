// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * What may be told of the logins at one relying party.
 *
 * @param names of the service, by language
 * @param to today; the day is not over
 * @param figures all of them
 * @param refusals by group of reasons, only those of 10 or more; smaller ones together are {@code other}, if they come to 10
 * @param median how long half of the completed logins took at most; null below 10
 * @param course completed logins in slices of one length, as fine as it may be; empty if no slices may be told
 */
public record ServiceStatistics(
        ClientId clientId,
        Map<String, String> names,
        ReportPeriod period,
        LocalDate from,
        LocalDate to,
        Map<Figure, Tens> figures,
        Map<String, Tens> refusals,
        @Nullable DurationBucket median,
        List<Slice> course) {

    /** Some days of the course; nobody logged in, or 10 or more did. */
    public record Slice(LocalDate from, LocalDate to, Tens completed) {}

    public ServiceStatistics {
        names = Map.copyOf(names);
        figures = Collections.unmodifiableMap(new EnumMap<>(figures));
        refusals = Collections.unmodifiableMap(new TreeMap<>(refusals));
        course = List.copyOf(course);
    }

    /** Percent of the logins that came to their end, from the rounded figures; empty if one of them is not told. */
    public OptionalInt successRate() {
        long started = figure(Figure.STARTED).value();
        long completed = figure(Figure.COMPLETED).value();
        return started == 0 || completed == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(100, Math.round(100.0 * completed / started)));
    }

    public Tens figure(Figure figure) {
        return figures.getOrDefault(figure, new Tens(0));
    }

    /** Whether there is anything to tell. */
    public boolean isEmpty() {
        return figures.values().stream().noneMatch(Tens::isTold) && refusals.isEmpty();
    }
}
