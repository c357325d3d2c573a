// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.stadttor.trustlist.overview.CollectExpiries;
import org.stadttor.trustlist.overview.Expiry;
import org.stadttor.trustlist.overview.ICalendar;

/** What runs out when: as a page, as a file, and as a feed for programs that have an API key. */
@Controller
public final class CalendarController {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final int SIZE = 40;
    private static final int REMIND_DAYS = 30;

    private final CollectExpiries expiries;
    private final MessageSource messages;
    private final Clock clock;

    /** What runs out in one month. */
    public record Month(String title, List<Expiry> expiries) {}

    public CalendarController(CollectExpiries expiries, MessageSource messages, Clock clock) {
        this.expiries = expiries;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/admin/calendar")
    String calendar(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") String page,
            Locale locale,
            Model model) {
        List<Expiry> found = expiries.collect().stream()
                .filter(expiry ->
                        kind.isBlank() ? isWork(expiry) : expiry.kind().code().equals(kind))
                .filter(expiry -> (expiry.name() + " " + expiry.detail())
                        .toLowerCase(locale)
                        .contains(text.strip().toLowerCase(locale)))
                .toList();
        int pages = Math.max(1, (found.size() + SIZE - 1) / SIZE);
        int shown = Math.min(Pages.number(page), pages);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", new Choices(messages, locale).kindsOrAny());
        model.addAttribute("text", text);
        model.addAttribute("total", found.size());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "months",
                months(found.stream().skip((shown - 1L) * SIZE).limit(SIZE).toList(), locale));
        model.addAttribute(
                "base",
                UriComponentsBuilder.fromPath("/admin/calendar")
                                .queryParam("kind", "{kind}")
                                .queryParam("text", "{text}")
                                .encode()
                                .buildAndExpand(kind, text)
                                .toUriString()
                        + "&");
        return "trustlist/overview/calendar";
    }

    /** For people who are signed in; and under the API for calendar programs. Names and days, nothing else. */
    @GetMapping({"/admin/calendar.ics", "/api/v1/calendar.ics"})
    ResponseEntity<byte[]> feed(Locale locale) {
        List<ICalendar.Event> events = expiries.collect().stream()
                .filter(CalendarController::isWork)
                .map(expiry -> event(expiry, locale))
                .toList();
        String name = messages.getMessage("overview.calendar.name", null, locale);
        return Downloads.file(
                "stadttor.ics",
                CALENDAR,
                ICalendar.write(name, events, clock.instant()).getBytes(StandardCharsets.UTF_8));
    }

    /** Lists are issued anew by the service itself, and their dates move all the time. */
    private static boolean isWork(Expiry expiry) {
        return expiry.kind() != Expiry.Kind.LIST;
    }

    private ICalendar.Event event(Expiry expiry, Locale locale) {
        boolean certificate =
                expiry.kind() == Expiry.Kind.CERTIFICATE || expiry.kind() == Expiry.Kind.SIGNING_CERTIFICATE;
        return new ICalendar.Event(
                expiry.kind().code().replace('_', '-') + "-"
                        + expiry.entity().map(id -> id + "-").orElse("") + expiry.key(),
                expiry.at(),
                messages.getMessage("overview.expiry." + expiry.kind().code(), new Object[] {expiry.name()}, locale),
                certificate ? expiry.detail() : "",
                certificate ? REMIND_DAYS : 0);
    }

    private static List<Month> months(List<Expiry> expiries, Locale locale) {
        List<Month> months = new ArrayList<>();
        DateTimeFormatter title = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
        for (Expiry expiry : expiries) {
            String name = title.format(YearMonth.from(expiry.at().atZone(ZONE)));
            if (months.isEmpty() || !months.getLast().title().equals(name)) {
                months.add(new Month(name, new ArrayList<>()));
            }
            months.getLast().expiries().add(expiry);
        }
        return months;
    }
}
