// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.stadttor.wallet.presentation.Flow;

/** Tells a waiting page how far its login is: once, or by server-sent events. */
@Controller
public final class LiveController {

    private final BrowserCookie cookie;
    private final LiveStates states;
    private final LiveEvents events;

    public LiveController(BrowserCookie cookie, LiveStates states, LiveEvents events) {
        this.cookie = cookie;
        this.states = states;
        this.events = events;
    }

    @GetMapping(path = "/login/status", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<LiveState> status(
            @RequestParam(LoginPaths.REQUEST) String handle,
            @RequestParam(LoginPaths.FLOW) String flow,
            HttpServletRequest request,
            Locale locale) {
        return cookie.read(request)
                .map(browser -> ResponseEntity.ok(states.of(handle, browser, LoginPaths.flow(flow), locale)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    /** Without a free place the answer is 503, and the page asks {@code /login/status} from time to time. */
    @GetMapping("/login/events")
    ResponseEntity<SseEmitter> events(
            @RequestParam(LoginPaths.REQUEST) String handle,
            @RequestParam(LoginPaths.FLOW) String flow,
            HttpServletRequest request,
            Locale locale) {
        Flow known = LoginPaths.flow(flow);
        return cookie.read(request)
                .map(browser -> events.watch(handle, () -> states.of(handle, browser, known, locale))
                        .map(emitter -> ResponseEntity.ok()
                                .contentType(MediaType.TEXT_EVENT_STREAM)
                                .body(emitter))
                        .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                                .build()))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }
}
