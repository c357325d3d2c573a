// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.people.PersonRefusedException.Reason;
import org.stadttor.staff.people.Proposal.Act;

/** Asks a second administrator. */
final class ProposePersonChange {

    /** A proposal lapses after so long. */
    static final Duration LIFETIME = Duration.ofDays(7);

    private final Registry registry;

    ProposePersonChange(Registry registry) {
        this.registry = registry;
    }

    /** Within the transaction of the caller, who has checked that this person may propose it. */
    Proposal propose(Act act, StaffMember by) {
        Instant now = registry.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Registry.require(
                registry.proposals().open(now).stream()
                        .noneMatch(known -> known.act().equals(act)),
                Reason.PROPOSED_ALREADY);
        Proposal proposal = new Proposal(UUID.randomUUID(), act, by.id(), now, now.plus(LIFETIME));
        registry.proposals().add(proposal);
        registry.note("staff.proposed", by.id(), subject(proposal), details(act, proposal.id()));
        return proposal;
    }

    static String subject(Proposal proposal) {
        return switch (proposal.act()) {
            case Act.Give give -> give.person().value();
            case Act.Resume resume -> resume.person().value();
            case Act.Passkey passkey -> passkey.person().value();
            case Act.Invite invite -> proposal.id().toString();
        };
    }

    static Map<String, String> details(Act act, UUID id) {
        Map<String, String> details = switch (act) {
            case Act.Give give -> grant(give.grant());
            case Act.Invite invite -> grant(invite.grant());
            case Act.Resume resume -> new LinkedHashMap<>();
            case Act.Passkey passkey -> new LinkedHashMap<>();
        };
        details.put("kind", act.kind());
        details.put("proposal", id.toString());
        return details;
    }

    private static Map<String, String> grant(Grant grant) {
        return Registry.details(grant);
    }
}
