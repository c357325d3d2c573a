// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadttor.staff.testing.RouteWalk;
import org.stadttor.testing.TestDatabase;

/** Everything is denied unless granted: every route of the staff side, every role, every verb. */
class RouteWalkTest {

    private static TestIdp server;
    private static RouteWalk walk;

    @BeforeAll
    static void start() {
        server = TestIdp.start(TestDatabase.create());
        walk = new RouteWalk(server.bean(ServletContext.class), server.staffUri("/"), "Identity provider");
    }

    @AfterAll
    static void stop() {
        server.close();
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
