// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffSettings;

/**
 * Who is signed in. The session holds an id, a way and a time; name and grants are read with each request, so what is
 * taken away is gone at once.
 */
public final class StaffSessions implements SecurityContextRepository {

    private static final String ID = "staff.id";
    private static final String SIGN_IN = "staff.sign-in";
    private static final String SINCE = "staff.since";

    private final StaffMembers members;
    private final StaffSettings settings;
    private final Clock clock;

    public StaffSessions(StaffMembers members, StaffSettings settings, Clock clock) {
        this.members = members;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins the session of this person, under a new session id. */
    public void begin(HttpServletRequest request, StaffId id, SignIn signIn) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval(Math.toIntExact(settings.idle().toSeconds()));
        session.setAttribute(ID, id.value());
        session.setAttribute(SIGN_IN, signIn.name());
        session.setAttribute(SINCE, clock.instant().toString());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, id.value());
    }

    /** Ends the session of this request, if there is one. */
    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Who is signed in, if somebody is and still may be. */
    public Optional<StaffMember> member(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ID) instanceof String id)
                || !(session.getAttribute(SIGN_IN) instanceof String signIn)
                || !(session.getAttribute(SINCE) instanceof String since)
                || !clock.instant().isBefore(Instant.parse(since).plus(settings.longest()))) {
            return Optional.empty();
        }
        SignIn way = SignIn.valueOf(signIn);
        if (way == SignIn.SANDBOX && !settings.sandboxSignIn()) {
            return Optional.empty();
        }
        return members.findActive(new StaffId(id))
                .map(account -> new StaffMember(account.id(), account.name(), account.grants(), way));
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Loaded(() -> member(request));
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Nothing is saved: sessions begin and end only by the methods above. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return member(request).isPresent();
    }

    /** Looks once, when somebody asks. */
    private static final class Loaded implements DeferredSecurityContext {

        private final java.util.function.Supplier<Optional<StaffMember>> source;
        private @Nullable SecurityContext context;

        Loaded(java.util.function.Supplier<Optional<StaffMember>> source) {
            this.source = source;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                SecurityContext made = SecurityContextHolder.createEmptyContext();
                source.get()
                        .ifPresent(member -> made.setAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(member, null, List.of())));
                context = made;
                known = made;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
