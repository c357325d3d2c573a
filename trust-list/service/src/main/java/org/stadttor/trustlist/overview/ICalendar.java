// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes a calendar. Lines end with CRLF and are folded at 75 octets without breaking a character; texts are escaped.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545, 3.1, 3.3.11, 3.6</a>
 */
public final class ICalendar {

    private static final int MAX_OCTETS = 75;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /**
     * A moment with its words.
     *
     * @param uid the same in every version of the calendar; letters, digits and hyphens
     * @param remindDays so many days ahead a reader reminds; 0 for no reminder
     */
    public record Event(String uid, Instant at, String summary, String description, int remindDays) {}

    private ICalendar() {}

    /**
     * A calendar of these events.
     *
     * @param name its name for people
     * @param now when it is written
     */
    public static String write(String name, List<Event> events, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Stadttor//Trust list//DE");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        events.forEach(event -> calendar.event(event, now));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Event event, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + event.uid() + "@stadttor");
        line("DTSTAMP:" + MOMENT.format(now));
        line("DTSTART:" + MOMENT.format(event.at()));
        line("SUMMARY:" + escaped(event.summary()));
        line("DESCRIPTION:" + escaped(event.description()));
        line("TRANSP:TRANSPARENT");
        if (event.remindDays() > 0) {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line("TRIGGER;RELATED=START:-P" + event.remindDays() + "D");
            line("DESCRIPTION:" + escaped(event.summary()));
            line("END:VALARM");
        }
        line("END:VEVENT");
    }

    /** RFC 5545, 3.3.11; other control characters may not occur at all. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\r\\n|\\r|\\n", "\\\\n")
                .replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
    }

    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int character = content.codePointAt(i);
            int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MAX_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
