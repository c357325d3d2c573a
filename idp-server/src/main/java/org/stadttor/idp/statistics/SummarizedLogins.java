// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.statistics.ServiceStatistics.Slice;

/** From exact counters to what may be told: no count that is not told is what is missing from a sum that is. */
record SummarizedLogins(Map<Counted, Long> counts, LocalDate from, ReportPeriod period) {

    private static final String OTHER = "other";

    Map<Figure, Tens> figures() {
        Map<Figure, Tens> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            figures.put(figure, Tens.of(sum(figure::includes)));
        }
        return figures;
    }

    Map<String, Tens> refusals() {
        Map<String, Long> groups = new TreeMap<>();
        counts.forEach((counted, count) -> {
            if (counted.step() == LoginStep.REFUSED || counted.step() == LoginStep.DISTRUSTED) {
                groups.merge(counted.detail(), count, Long::sum);
            }
        });
        long small = groups.getOrDefault(OTHER, 0L);
        groups.remove(OTHER);
        Map<String, Tens> told = new TreeMap<>();
        for (Map.Entry<String, Long> group : groups.entrySet()) {
            if (group.getValue() >= Tens.LEAST) {
                told.put(group.getKey(), Tens.of(group.getValue()));
            } else {
                small += group.getValue();
            }
        }
        if (small >= Tens.LEAST) {
            told.put(OTHER, Tens.of(small));
        }
        return told;
    }

    @Nullable
    DurationBucket median() {
        long all = sum(counted -> counted.step() == LoginStep.DURATION);
        if (all < Tens.LEAST) {
            return null;
        }
        long passed = 0;
        int bucket = -1;
        while (2 * passed < all) {
            bucket++;
            String detail = Integer.toString(bucket);
            passed += sum(counted ->
                    counted.step() == LoginStep.DURATION && counted.detail().equals(detail));
        }
        return new DurationBucket(bucket);
    }

    /** The finest slices of which each can be told. */
    List<Slice> course() {
        return period.slices().stream()
                .map(this::slices)
                .filter(slices -> !slices.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Slice> slices(int days) {
        List<Slice> slices = new ArrayList<>();
        boolean something = false;
        for (int start = 0; start < period.days(); start += days) {
            LocalDate first = from.plusDays(start);
            LocalDate last = first.plusDays(days - 1L);
            long completed = sum(counted -> counted.step() == LoginStep.COMPLETED
                    && !counted.day().isBefore(first)
                    && !counted.day().isAfter(last));
            if (completed > 0 && completed < Tens.LEAST) {
                return List.of();
            }
            something |= completed > 0;
            slices.add(new Slice(first, last, Tens.of(completed)));
        }
        return something ? slices : List.of();
    }

    private long sum(Predicate<Counted> which) {
        return counts.entrySet().stream()
                .filter(count -> which.test(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
