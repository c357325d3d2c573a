// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.people.Proposal;
import org.stadttor.staff.people.Proposal.Act;

/**
 * A proposal as pages show one.
 *
 * @param person whom it is about, by name
 * @param proposer who proposed it, by name
 * @param own whether whoever looks at it proposed it, or it is about them: then they cannot agree
 */
public record ProposalRow(
        UUID id,
        String kind,
        String person,
        @Nullable String email,
        @Nullable Grant grant,
        String proposer,
        LocalDate lapses,
        boolean own) {

    static ProposalRow of(Proposal proposal, Map<StaffId, String> names, StaffId reader) {
        String proposer = names.getOrDefault(proposal.by(), proposal.by().value());
        LocalDate lapses = LocalDate.ofInstant(proposal.lapsesAt(), ZoneId.of("Europe/Berlin"));
        boolean own = proposal.by().equals(reader)
                || person(proposal).map(reader::equals).orElse(false);
        String person =
                person(proposal).map(id -> names.getOrDefault(id, id.value())).orElse("");
        return switch (proposal.act()) {
            case Act.Give give ->
                new ProposalRow(proposal.id(), "give", person, null, give.grant(), proposer, lapses, own);
            case Act.Resume resume ->
                new ProposalRow(proposal.id(), "resume", person, null, null, proposer, lapses, own);
            case Act.Passkey passkey ->
                new ProposalRow(proposal.id(), "passkey", person, null, null, proposer, lapses, own);
            case Act.Invite invite ->
                new ProposalRow(
                        proposal.id(),
                        "invite",
                        invite.name().value(),
                        invite.email().value(),
                        invite.grant(),
                        proposer,
                        lapses,
                        own);
        };
    }

    /** Whom it is about, if they have an account. */
    static Optional<StaffId> person(Proposal proposal) {
        return switch (proposal.act()) {
            case Act.Give give -> Optional.of(give.person());
            case Act.Resume resume -> Optional.of(resume.person());
            case Act.Passkey passkey -> Optional.of(passkey.person());
            case Act.Invite invite -> Optional.empty();
        };
    }
}
