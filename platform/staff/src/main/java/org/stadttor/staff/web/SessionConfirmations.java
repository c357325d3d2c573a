// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.stadttor.staff.Confirmation;
import org.stadttor.staff.ConfirmationRefusedException;
import org.stadttor.staff.ConfirmationRefusedException.Reason;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.passkey.ConfirmAct;
import org.stadttor.staff.passkey.PasskeyQuestion;
import org.stadttor.ui.PagePolicy;

/** Confirmations of the person a request comes from, in the session of that request. */
public final class SessionConfirmations implements Confirmations {

    /** Name of the hidden field with the ticket. */
    public static final String FIELD = "confirmation";

    /** Name of the hidden field with the authenticator's answer. */
    public static final String ANSWER = "passkey";

    /** Name of the hidden field with the page that asked. */
    public static final String PAGE = "confirmation-page";

    private static final int LONGEST_PAGE = 500;
    private static final Pattern PAGES =
            Pattern.compile("/(?:staff|admin|agency)(?:/[A-Za-z0-9._~%:-]*)*(?:\\?[A-Za-z0-9._~%&=+:-]*)?");

    private final ConfirmAct confirm;

    public SessionConfirmations(ConfirmAct confirm) {
        this.confirm = confirm;
    }

    @Override
    public Confirmation prepare(HttpServletRequest request, String act) {
        StaffMember member = member(request);
        String session = request.getSession(true).getId();
        PasskeyQuestion question = confirm.prepare(session, member, act);
        boolean passkey = member.signIn() != SignIn.SANDBOX;
        if (passkey) {
            PagePolicy.useScript(request);
        }
        return new Confirmation(
                question.ticket(),
                passkey,
                question.options(),
                confirm.prepareRenewal(session, member, act),
                page(request));
    }

    @Override
    public void require(HttpServletRequest request, String act) {
        @Nullable HttpSession session = request.getSession(false);
        confirm.require(
                session == null ? "" : session.getId(),
                member(request),
                act,
                Objects.requireNonNullElse(request.getParameter(FIELD), ""),
                Objects.requireNonNullElse(request.getParameter(ANSWER), ""));
    }

    /** The page that asked, if it is one of ours. */
    static Optional<String> pageThatAsked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PAGE))
                .filter(page -> page.length() <= LONGEST_PAGE
                        && !page.contains("..")
                        && PAGES.matcher(page).matches());
    }

    private static String page(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return "";
        }
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static StaffMember member(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof StaffMember member) {
            return member;
        }
        throw new ConfirmationRefusedException(Reason.CONFIRMATION_MISSING);
    }
}
