// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadttor.staff.testing.RouteWalk;

/** Everything is denied unless granted: every route of the staff side, every role, every verb. */
class RouteWalkTest {

    private static TestService service;
    private static RouteWalk walk;

    @BeforeAll
    static void start() {
        service =
                TestService.start(TestService.Roles.create(), TestKey.create("Signer"), new MutableClock(TestKey.NOW));
        walk = new RouteWalk(service.bean(ServletContext.class), service.staffUri("/"), "Trust list");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void every_handler_has_a_route() {
        walk.requireRouteForEveryHandler();
    }

    @Test
    void the_document_tells_the_truth() {
        walk.requireDocument();
    }

    @Test
    void every_role_with_every_verb() {
        walk.walkDecisions();
    }

    @Test
    void everybody_over_http() {
        walk.walkRequests();
    }
}
