// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.stadttor.staff.StaffSettings;
import org.stadttor.staff.invitation.InvitationLink;
import org.stadttor.staff.invitation.InviteAdministrators;

/** Prints the invitations of the first two administrators, once, when the first node has started. */
final class FirstInvitations implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(FirstInvitations.class);

    private final InviteAdministrators invite;
    private final StaffSettings settings;

    FirstInvitations(InviteAdministrators invite, StaffSettings settings) {
        this.invite = invite;
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (settings.sandboxSignIn()) {
            return;
        }
        List<InvitationLink> links = invite.inviteFirst();
        if (!links.isEmpty()) {
            print(LOG, links);
        }
    }

    /** The one place where links are written: to whoever starts the process, as asked. */
    static void print(Logger log, List<InvitationLink> links) {
        log.warn(
                "Staff has no administrator yet. Give one link each to two people; a link serves once, until {}:",
                links.getFirst().expiresAt());
        links.forEach(link -> log.warn("  {}", link.address()));
    }
}
