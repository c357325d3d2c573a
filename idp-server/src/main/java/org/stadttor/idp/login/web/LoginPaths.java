// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.stadttor.wallet.presentation.Flow;

/** Addresses of the login pages. */
final class LoginPaths {

    /** The parameter that names the login. */
    static final String REQUEST = "request";

    /** The parameter that names the flow. */
    static final String FLOW = "flow";

    private LoginPaths() {}

    /** The page on which a flow begins. */
    static String start(String handle, Flow flow) {
        return switch (flow) {
            case SAME_DEVICE -> path("/login", handle);
            case CROSS_DEVICE -> path("/login/other-device", handle);
        };
    }

    static String path(String path, String handle) {
        return path + "?" + REQUEST + "=" + URLEncoder.encode(handle, StandardCharsets.UTF_8);
    }

    static String path(String path, String handle, Flow flow) {
        return path(path, handle) + "&" + FLOW + "=" + value(flow);
    }

    static String value(Flow flow) {
        return flow.name().toLowerCase(Locale.ROOT);
    }

    /** Reads the parameter; anything unknown is the same device, which completes nothing by itself. */
    static Flow flow(String value) {
        return value.equals(value(Flow.CROSS_DEVICE)) ? Flow.CROSS_DEVICE : Flow.SAME_DEVICE;
    }

    /** See other (303): the next request is a GET, whatever this one was. */
    static ModelAndView redirect(String address) {
        RedirectView view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
