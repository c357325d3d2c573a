// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.audit;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadttor.audit.AuditEntry;
import org.stadttor.staff.StaffId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as pages show one.
 *
 * @param at German time
 * @param actorName who it was, if it was somebody of this staff; otherwise as it stands in the trail
 * @param subjectName the same for whom it was done to
 */
public record AuditRow(
        AuditEntry entry, ZonedDateTime at, String actorName, String subjectName, Map<String, String> details) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Entries with the names of people. */
    public static List<AuditRow> of(List<AuditEntry> entries, Function<Set<StaffId>, Map<StaffId, String>> namesOf) {
        Set<StaffId> ids = entries.stream()
                .flatMap(entry -> Stream.of(entry.actor(), entry.subject()))
                .filter(text -> text.length() == 36)
                .flatMap(text -> StaffId.parse(text).stream())
                .collect(Collectors.toSet());
        Map<String, String> names = namesOf.apply(ids).entrySet().stream()
                .collect(Collectors.toMap(name -> name.getKey().value(), Map.Entry::getValue));
        return entries.stream()
                .map(entry -> new AuditRow(
                        entry,
                        entry.at().atZone(ZoneId.of("Europe/Berlin")),
                        names.getOrDefault(entry.actor(), entry.actor()),
                        names.getOrDefault(entry.subject(), entry.subject()),
                        details(entry.details())))
                .toList();
    }

    private static Map<String, String> details(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JacksonException e) {
            return Map.of("details", json);
        }
    }
}
