// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.overview.TrustQuestion.When;

/** What was typed into the page; shown again as it was. */
public record WhyForm(String chain, String purpose, String service, String when, String sequence, String moment) {

    static final WhyForm EMPTY = new WhyForm("", ListPurpose.PID.code(), "issuance", "now", "", "");

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    ListPurpose chosenPurpose() {
        return ListPurpose.of(purpose).orElse(ListPurpose.PID);
    }

    boolean statusInformation() {
        return service.equals("status");
    }

    /** Which issue; nothing if what was typed is neither a number nor a time. */
    Optional<When> chosenWhen() {
        return switch (when) {
            case "issue" -> {
                OptionalLong number = Pages.sequence(sequence);
                yield number.isPresent() ? Optional.of(new When.Issue(number.getAsLong())) : Optional.empty();
            }
            case "moment" -> moment(moment.strip()).map(When.Moment::new);
            default -> Optional.of(new When.Now());
        };
    }

    private static Optional<Instant> moment(String text) {
        try {
            // Longer years have a sign, and no database knows them.
            return text.matches("[0-9]{4}-.*")
                    ? Optional.of(LocalDateTime.parse(text).atZone(ZONE).toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
