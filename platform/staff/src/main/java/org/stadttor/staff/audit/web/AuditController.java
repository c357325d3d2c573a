// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.audit.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.stadttor.audit.AuditEntry;
import org.stadttor.audit.ChainState;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.audit.AuditCheck;
import org.stadttor.staff.audit.AuditEntries;
import org.stadttor.staff.audit.AuditFilter;
import org.stadttor.staff.audit.AuditRow;
import org.stadttor.staff.people.People;

/** The audit trail, the newest entries first. */
@Controller
public final class AuditController {

    private static final int SIZE = 50;
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    private final AuditEntries entries;
    private final AuditCheck check;
    private final People people;

    public AuditController(AuditEntries entries, AuditCheck check, People people) {
        this.entries = entries;
        this.check = check;
        this.people = people;
    }

    /**
     * The last check, for the page.
     *
     * @param code {@code never}, {@code running}, {@code failed}, {@code intact} or {@code broken}
     * @param sequence entries seen, or the first one that does not fit
     */
    public record CheckRow(String code, @Nullable ZonedDateTime at, long sequence, String reason, String hash) {}

    @GetMapping("/staff/audit")
    ModelAndView page(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        Optional<LocalDate> parsed = day(day);
        boolean wrongDay = !day.isBlank() && parsed.isEmpty();
        AuditFilter filter = new AuditFilter(type, actor, subject, parsed);
        List<AuditEntry> found =
                wrongDay ? List.of() : entries.before(before == null ? Long.MAX_VALUE : before, filter, SIZE + 1);
        model.addAttribute("filter", filter);
        model.addAttribute("day", day);
        model.addAttribute("wrongDay", wrongDay);
        model.addAttribute("rows", AuditRow.of(found.stream().limit(SIZE).toList(), people::names));
        model.addAttribute("next", found.size() > SIZE ? found.get(SIZE - 1).sequence() : null);
        model.addAttribute("first", before == null);
        model.addAttribute("check", row());
        return new ModelAndView("staff/audit", wrongDay ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    @GetMapping("/staff/audit/{sequence:[0-9]{1,18}}")
    String entry(@PathVariable long sequence, Model model) {
        AuditEntry entry = entries.find(sequence).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("row", AuditRow.of(List.of(entry), people::names).getFirst());
        model.addAttribute("intact", entry.computeHash().equals(entry.hash()));
        return "staff/audit-entry";
    }

    @PostMapping("/staff/audit/check")
    String check(@AuthenticationPrincipal StaffMember member) {
        check.start(member.id().value());
        return "redirect:/staff/audit#check-title";
    }

    private CheckRow row() {
        return switch (check.state()) {
            case AuditCheck.State.Never never -> new CheckRow("never", null, 0, "", "");
            case AuditCheck.State.Running running ->
                new CheckRow("running", running.since().atZone(GERMANY), check.checked(), "", "");
            case AuditCheck.State.Failed failed ->
                new CheckRow("failed", failed.at().atZone(GERMANY), check.checked(), "", "");
            case AuditCheck.State.Finished finished ->
                switch (finished.chain()) {
                    case ChainState.Intact intact ->
                        new CheckRow(
                                "intact", finished.at().atZone(GERMANY), intact.lastSequence(), "", intact.lastHash());
                    case ChainState.Broken broken ->
                        new CheckRow(
                                "broken",
                                finished.at().atZone(GERMANY),
                                broken.sequence(),
                                broken.reason().code(),
                                "");
                };
        };
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
