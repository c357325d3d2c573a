// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.statistics.DurationBucket;
import org.stadttor.idp.statistics.Figure;
import org.stadttor.idp.statistics.ReportPeriod;
import org.stadttor.idp.statistics.ServiceStatistics;
import org.stadttor.idp.statistics.ServiceStatistics.Slice;
import org.stadttor.idp.statistics.Tens;

/**
 * What the page shows.
 *
 * @param successRate percent, or null
 * @param median null below 10
 */
record StatisticsView(
        String clientId,
        String name,
        LocalDate from,
        LocalDate to,
        int weeks,
        List<Choice> periods,
        List<Line> figures,
        List<Line> refusals,
        @Nullable Integer successRate,
        @Nullable DurationBucket median,
        List<CourseLine> course,
        boolean empty) {

    /** A period to choose. */
    record Choice(int weeks, boolean current) {}

    /**
     * A line with a bar.
     *
     * @param key end of the message key
     * @param value null if fewer than 10
     * @param width of the bar, from 0 to 100
     */
    record Line(String key, @Nullable Long value, int width) {}

    /** A slice of the course. */
    record CourseLine(LocalDate from, LocalDate to, long value, int width) {

        /** Whether it is one day. */
        public boolean single() {
            return from.equals(to);
        }
    }

    static StatisticsView of(ServiceStatistics statistics, String language) {
        long largest = statistics.figures().values().stream()
                .mapToLong(Tens::value)
                .max()
                .orElse(0);
        long largestRefusal = statistics.refusals().values().stream()
                .mapToLong(Tens::value)
                .max()
                .orElse(0);
        long largestSlice = statistics.course().stream()
                .mapToLong(slice -> slice.completed().value())
                .max()
                .orElse(0);
        return new StatisticsView(
                statistics.clientId().value(),
                name(statistics.names(), language, statistics.clientId().value()),
                statistics.from(),
                statistics.to(),
                statistics.period().weeks(),
                Arrays.stream(ReportPeriod.values())
                        .map(period -> new Choice(period.weeks(), period == statistics.period()))
                        .toList(),
                Arrays.stream(Figure.values())
                        .map(figure -> line(figure.code(), statistics.figure(figure), largest))
                        .toList(),
                statistics.refusals().entrySet().stream()
                        .map(group -> line(group.getKey(), group.getValue(), largestRefusal))
                        .toList(),
                statistics.successRate().isPresent() ? statistics.successRate().getAsInt() : null,
                statistics.median(),
                statistics.course().stream()
                        .map(slice -> courseLine(slice, largestSlice))
                        .toList(),
                statistics.isEmpty());
    }

    private static Line line(String key, Tens count, long largest) {
        return new Line(key, count.isTold() ? count.value() : null, width(count.value(), largest));
    }

    private static CourseLine courseLine(Slice slice, long largest) {
        return new CourseLine(
                slice.from(),
                slice.to(),
                slice.completed().value(),
                width(slice.completed().value(), largest));
    }

    private static int width(long value, long largest) {
        return largest == 0 ? 0 : (int) (100 * value / largest);
    }

    private static String name(Map<String, String> names, String language, String otherwise) {
        String german = names.getOrDefault("de", otherwise);
        return names.getOrDefault(language, german);
    }
}
