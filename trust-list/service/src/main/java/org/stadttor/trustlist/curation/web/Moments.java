// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people read them. */
public record Moments(Instant now, Locale locale) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Day and time with the zone. */
    public String text(Instant moment) {
        String pattern = locale.getLanguage().equals("de") ? "d. MMMM uuuu, HH:mm z" : "d MMMM uuuu, HH:mm z";
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment.atZone(ZONE));
    }

    /** The day only. */
    public String day(Instant moment) {
        String pattern = locale.getLanguage().equals("de") ? "d. MMMM uuuu" : "d MMMM uuuu";
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment.atZone(ZONE));
    }

    /** Whole hours until then, rounded down; never below zero. */
    public long hoursUntil(Instant moment) {
        return Math.max(0, Duration.between(now, moment).toHours());
    }

    /** Whether it is over. */
    public boolean isPast(Instant moment) {
        return !now.isBefore(moment);
    }
}
