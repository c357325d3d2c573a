// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.invitation.InvitationRefusedException.Reason;

/** Invites a person. The account begins when the person has made a passkey; inviting again replaces the invitation. */
public final class InviteStaff {

    /** More roles than this nobody needs on the first day. */
    public static final int MAX_GRANTS = 8;

    private final Invitations invitations;
    private final InvitationLinks links;
    private final StaffProcess process;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public InviteStaff(
            Invitations invitations,
            InvitationLinks links,
            StaffProcess process,
            AuditLog audit,
            TransactionOperations transactions) {
        this.invitations = invitations;
        this.links = links;
        this.process = process;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Invites.
     *
     * @param by who invites; the caller has made sure that this person may give these grants
     * @return the link, to be shown once
     * @throws InvitationRefusedException {@code email_taken}, {@code grants_invalid}
     */
    public InvitationLink invite(InvitedPerson person, StaffId by) {
        requireGrants(person.grants());
        InvitationLinks.Fresh fresh = links.next();
        Invitation invitation = new Invitation(
                fresh.link().id(),
                StaffId.random(),
                Invitation.Kind.ACCOUNT,
                Optional.of(person.name()),
                Optional.of(person.email()),
                person.grants(),
                by.value(),
                fresh.link().expiresAt());
        return Objects.requireNonNull(transactions.execute(status -> {
            if (invitations.hasAccount(person.email())) {
                throw new InvitationRefusedException(Reason.EMAIL_TAKEN);
            }
            invitations.add(invitation, fresh.secretHash(), links.now());
            audit.append(new AuditEvent(
                    "staff.invited", by.value(), invitation.account().value(), details(invitation)));
            return fresh.link();
        }));
    }

    private void requireGrants(Set<Grant> grants) {
        if (grants.isEmpty()
                || grants.size() > MAX_GRANTS
                || !grants.stream().allMatch(grant -> process.roles().contains(grant.role()))) {
            throw new InvitationRefusedException(Reason.GRANTS_INVALID);
        }
    }

    static Map<String, String> details(Invitation invitation) {
        TreeMap<String, Grant> sorted = new TreeMap<>();
        invitation.grants().forEach(grant -> sorted.put(grant.role() + " " + grant.part(), grant));
        Map<String, String> details = new LinkedHashMap<>();
        details.put("invitation", invitation.id().toString());
        int number = 1;
        for (Grant grant : sorted.values()) {
            details.put("role-" + number, grant.role());
            details.put("part-" + number, grant.part());
            number++;
        }
        return details;
    }
}
