// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics.web;

import org.stadttor.idp.statistics.DurationBucket;
import org.stadttor.idp.statistics.Figure;
import org.stadttor.idp.statistics.ServiceStatistics;
import org.stadttor.idp.statistics.Tens;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Statistics for machines. What is fewer than 10 is {@code null} in JSON and {@code <10} in CSV. */
final class StatisticsFormats {

    private static final JsonMapper JSON = new JsonMapper();

    private StatisticsFormats() {}

    static String json(ServiceStatistics statistics) {
        ObjectNode root = JSON.createObjectNode()
                .put("client_id", statistics.clientId().value())
                .put("from", statistics.from().toString())
                .put("to", statistics.to().toString())
                .put("rounded_to", Tens.LEAST);
        ObjectNode figures = root.putObject("figures");
        for (Figure figure : Figure.values()) {
            put(figures, figure.code(), statistics.figure(figure));
        }
        if (statistics.successRate().isPresent()) {
            root.put("success_percent", statistics.successRate().getAsInt());
        } else {
            root.putNull("success_percent");
        }
        DurationBucket median = statistics.median();
        if (median == null) {
            root.putNull("median_seconds");
        } else {
            root.putObject("median_seconds")
                    .put(median.isLast() ? "more_than" : "at_most", median.end().toSeconds());
        }
        ObjectNode refusals = root.putObject("refusals");
        statistics.refusals().forEach((group, count) -> put(refusals, group, count));
        ArrayNode course = root.putArray("course");
        for (ServiceStatistics.Slice slice : statistics.course()) {
            course.addObject()
                    .put("from", slice.from().toString())
                    .put("to", slice.to().toString())
                    .put("completed", slice.completed().value());
        }
        return JSON.writeValueAsString(root);
    }

    /** No field can hold anything but codes, dates and numbers: nothing a spreadsheet would run. */
    static String csv(ServiceStatistics statistics) {
        StringBuilder csv = new StringBuilder("what,detail,from,to,value\r\n");
        String from = statistics.from().toString();
        String to = statistics.to().toString();
        for (Figure figure : Figure.values()) {
            line(csv, "figure", figure.code(), from, to, text(statistics.figure(figure)));
        }
        statistics
                .successRate()
                .ifPresent(percent -> line(csv, "success_percent", "", from, to, Integer.toString(percent)));
        DurationBucket median = statistics.median();
        if (median != null) {
            String seconds = Long.toString(median.end().toSeconds());
            line(csv, "median_seconds", median.isLast() ? "more_than" : "at_most", from, to, seconds);
        }
        statistics.refusals().forEach((group, count) -> line(csv, "refused", group, from, to, text(count)));
        for (ServiceStatistics.Slice slice : statistics.course()) {
            line(
                    csv,
                    "course",
                    "completed",
                    slice.from().toString(),
                    slice.to().toString(),
                    Long.toString(slice.completed().value()));
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, String... fields) {
        csv.append(String.join(",", fields)).append("\r\n");
    }

    private static String text(Tens count) {
        return count.isTold() ? Long.toString(count.value()) : "<" + Tens.LEAST;
    }

    private static void put(ObjectNode object, String name, Tens count) {
        if (count.isTold()) {
            object.put(name, count.value());
        } else {
            object.putNull(name);
        }
    }
}
