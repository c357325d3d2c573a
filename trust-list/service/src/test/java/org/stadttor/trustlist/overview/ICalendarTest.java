// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Written by us, read by another library. */
class ICalendarTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant THEN = Instant.parse("2027-01-31T23:59:59Z");

    private static String write(ICalendar.Event... events) {
        return ICalendar.write("Name, with; signs", List.of(events), NOW);
    }

    private static VEvent read(String calendar) {
        biweekly.ICalendar read = Biweekly.parse(calendar).first();
        assertThat(read.validate(biweekly.ICalVersion.V2_0).toString()).isEmpty();
        return read.getEvents().getFirst();
    }

    @Test
    void is_read_by_others_as_it_was_meant() {
        VEvent event = read(write(new ICalendar.Event("certificate-1", THEN, "Läuft ab", "CN=A", 30)));
        assertThat(event.getUid().getValue()).isEqualTo("certificate-1@stadttor");
        assertThat(event.getDateTimeStamp().getValue()).isEqualTo(Date.from(NOW));
        assertThat(event.getDateStart().getValue()).isEqualTo(Date.from(THEN));
        assertThat(event.getSummary().getValue()).isEqualTo("Läuft ab");
        assertThat(event.getDescription().getValue()).isEqualTo("CN=A");
        assertThat(event.getAlarms())
                .singleElement()
                .satisfies(alarm ->
                        assertThat(alarm.getTrigger().getDuration().getDays()).isEqualTo(30));
    }

    @Test
    void escapes_what_would_end_a_value_or_a_line() {
        String nasty = "a,b;c\\d\r\nEND:VEVENT\nBEGIN:VEVENT\rx\u0000\u0007";
        String calendar = write(new ICalendar.Event("1", THEN, nasty, nasty, 0));
        assertThat(Biweekly.parse(calendar).first().getEvents()).hasSize(1);
        assertThat(read(calendar).getSummary().getValue().replaceAll("\\R", "\n"))
                .isEqualTo("a,b;c\\d\nEND:VEVENT\nBEGIN:VEVENT\nx");
    }

    @Test
    void folds_at_75_octets_and_never_within_a_character() {
        String summary = "ä".repeat(60) + "😀".repeat(40) + "x".repeat(200);
        String calendar = write(new ICalendar.Event("1", THEN, summary, "", 0));
        assertThat(calendar.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(calendar).doesNotContain("\uFFFD");
        assertThat(read(calendar).getSummary().getValue()).isEqualTo(summary);
    }

    @Test
    void ends_every_line_with_carriage_return_and_line_feed() {
        assertThat(write().replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(write()).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void reminds_only_where_there_is_something_to_do_ahead() {
        assertThat(read(write(new ICalendar.Event("1", THEN, "x", "", 0))).getAlarms())
                .isEmpty();
    }
}
