// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.stadttor.staff.Confirmation;
import org.stadttor.staff.ConfirmationRefusedException;
import org.stadttor.staff.ConfirmationRefusedException.Reason;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;

/** Confirmations that wait in the session of the person who is asked for them. */
public final class SessionConfirmations implements Confirmations {

    /** Name of the hidden field. */
    public static final String FIELD = "confirmation";

    private static final String ATTRIBUTE = "staff.confirmation.";
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final StaffSessions sessions;
    private final SecureRandom random;
    private final Clock clock;

    public SessionConfirmations(StaffSessions sessions, SecureRandom random, Clock clock) {
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Confirmation prepare(HttpServletRequest request, String act) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant until = clock.instant().plus(LIFETIME);
        request.getSession(true).setAttribute(ATTRIBUTE + ticket, until + " " + act);
        return new Confirmation(ticket, false, "");
    }

    @Override
    public void require(HttpServletRequest request, String act) {
        StaffMember member = sessions.member(request)
                .orElseThrow(() -> new ConfirmationRefusedException(Reason.CONFIRMATION_MISSING));
        requireTicket(request, act);
        if (member.signIn() != SignIn.SANDBOX) {
            throw new ConfirmationRefusedException(Reason.CANNOT_CONFIRM);
        }
    }

    private void requireTicket(HttpServletRequest request, String act) {
        @Nullable String ticket = request.getParameter(FIELD);
        @Nullable HttpSession session = request.getSession(false);
        if (ticket == null
                || session == null
                || !(session.getAttribute(ATTRIBUTE + ticket) instanceof String prepared)) {
            throw new ConfirmationRefusedException(Reason.CONFIRMATION_MISSING);
        }
        session.removeAttribute(ATTRIBUTE + ticket);
        int blank = prepared.indexOf(' ');
        if (!clock.instant().isBefore(Instant.parse(prepared.substring(0, blank)))) {
            throw new ConfirmationRefusedException(Reason.CONFIRMATION_MISSING);
        }
        if (!prepared.substring(blank + 1).equals(act)) {
            throw new ConfirmationRefusedException(Reason.CONFIRMATION_OF_ANOTHER_ACT);
        }
    }
}
