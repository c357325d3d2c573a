// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.time.Duration;

/**
 * How long things live.
 *
 * @param pushedRequest until somebody opens it
 * @param pendingStep what a citizen gets at first and by each extension
 * @param pendingLimit the whole of it
 */
public record Lifetimes(
        Duration pushedRequest,
        Duration pendingStep,
        Duration pendingLimit,
        Duration code,
        Duration accessToken,
        Duration idToken) {}
