// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.stadttor.staff.Secrets;
import org.stadttor.staff.StaffAddress;

/** Makes invitations' secrets and the links that carry them. */
public final class InvitationLinks {

    /** How long an invitation can be used. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    /** Where the links lead. */
    public static final String PATH = "/staff/invitation/";

    private final StaffAddress address;
    private final Secrets secrets;
    private final Clock clock;

    public InvitationLinks(StaffAddress address, Secrets secrets, Clock clock) {
        this.address = address;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A link and the hash by which its secret is known again. */
    record Fresh(InvitationLink link, String secretHash) {}

    /** A new one, usable from now on. */
    Fresh next() {
        String secret = secrets.next();
        InvitationLink link =
                new InvitationLink(InvitationId.random(), address.page(PATH + secret), now().plus(LIFETIME));
        return new Fresh(link, Secrets.hash(secret));
    }

    Instant now() {
        return clock.instant();
    }
}
