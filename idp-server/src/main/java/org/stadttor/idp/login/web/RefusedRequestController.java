// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page for an authorization request that must not be answered by a redirect. The authorization endpoint forwards here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749, section 4.1.2.1</a>
 */
@Controller
public final class RefusedRequestController {

    /** Request attribute with the OAuth error code, set by whoever forwards here. */
    public static final String ERROR_CODE = "stadttor.error-code";

    @RequestMapping("/login/error")
    ModelAndView refused(HttpServletRequest request) {
        @Nullable Object code = request.getAttribute(ERROR_CODE);
        boolean known = code instanceof String text && text.matches("[a-z_]{3,40}");
        ModelAndView page = new ModelAndView("idp/error", known ? HttpStatus.BAD_REQUEST : HttpStatus.NOT_FOUND);
        return known ? page.addObject("errorCode", code) : page.addObject("errorCode", "");
    }
}
