// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The content security policy of a page. Nothing may be loaded but the own style sheet, fonts and images; a controller
 * opens the policy for its one response where the page needs it.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
 */
public final class PagePolicy implements HeaderWriter {

    private static final String SCRIPT = PagePolicy.class.getName() + ".script";
    private static final String FORM_TARGETS = PagePolicy.class.getName() + ".formTargets";

    PagePolicy() {}

    /** The page uses a script file of {@link Assets}, which may talk to this server. */
    public static void useScript(HttpServletRequest request) {
        request.setAttribute(SCRIPT, true);
    }

    /**
     * The page has a form whose answer redirects to this address. Browsers apply {@code form-action} to redirects too.
     */
    public static void allowFormTarget(HttpServletRequest request, URI target) {
        Set<String> targets = new LinkedHashSet<>(formTargets(request));
        targets.add(source(target));
        request.setAttribute(FORM_TARGETS, targets);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy(request));
    }

    static String policy(HttpServletRequest request) {
        StringBuilder policy = new StringBuilder("default-src 'none'; style-src 'self'; font-src 'self'; "
                + "img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
        formTargets(request).forEach(target -> policy.append(' ').append(target));
        if (request.getAttribute(SCRIPT) != null) {
            policy.append("; script-src 'self'; connect-src 'self'");
        }
        return policy.toString();
    }

    private static Set<String> formTargets(HttpServletRequest request) {
        Set<String> targets = new LinkedHashSet<>();
        if (request.getAttribute(FORM_TARGETS) instanceof Set<?> known) {
            known.forEach(target -> targets.add((String) target));
        }
        return targets;
    }

    /** Scheme, host and port; of an address without a host (an app) the scheme. */
    private static String source(URI target) {
        @Nullable String host = target.getHost();
        String source = host == null
                ? target.getScheme() + ":"
                : target.getScheme() + "://" + host + (target.getPort() < 0 ? "" : ":" + target.getPort());
        if (!source.matches("[A-Za-z0-9+.:/\\[\\]-]+")) {
            throw new IllegalArgumentException("not an address a form may lead to");
        }
        return source;
    }
}
