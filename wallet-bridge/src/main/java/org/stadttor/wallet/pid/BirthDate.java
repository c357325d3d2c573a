// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.pid;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of birth of which month and day may be unknown. PIDs write unknown parts as zeros or leave them out.
 *
 * @param month 1 to 12, or 0 if unknown
 * @param day 1 to 31, or 0 if unknown; always 0 if the month is
 */
record BirthDate(int year, int month, int day) {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

    /** The date, if the text is {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD} with zeros for what is unknown. */
    static Optional<BirthDate> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BirthDate date = new BirthDate(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        return date.isPossible() ? Optional.of(date) : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private boolean isPossible() {
        if (year == 0 || (month == 0 && day != 0)) {
            return false;
        }
        try {
            earliest();
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    /** The first day it may have been. */
    LocalDate earliest() {
        return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
    }

    /** Without the unknown parts: {@code YYYY-MM-DD}, {@code YYYY-MM} or {@code YYYY}. */
    String text() {
        if (month == 0) {
            return "%04d".formatted(year);
        }
        return day == 0 ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
    }

    @Override
    public String toString() {
        return "BirthDate[redacted]";
    }
}
