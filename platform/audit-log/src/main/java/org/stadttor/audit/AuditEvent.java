// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit;

import java.util.Map;
import java.util.Objects;

/**
 * One thing that happened, told without any personal attribute. Everything is short: whoever wants to put a document
 * or a token here is in the wrong place and is refused.
 *
 * @param type stable dotted name, for example {@code presentation.rejected} or {@code issuer.approved}
 * @param actor who did it: a staff id, {@code system}, {@code wallet} or {@code citizen}; never a name of a citizen
 * @param subject what it was done to: an id of ours (presentation, issuer, client)
 * @param details further facts, short values only; never a claim value, token or secret
 */
public record AuditEvent(String type, String actor, String subject, Map<String, String> details) {

    public static final int MAX_TYPE = 100;
    public static final int MAX_ID = 200;
    public static final int MAX_DETAILS = 20;
    public static final int MAX_DETAIL_NAME = 64;
    public static final int MAX_DETAIL_VALUE = 300;

    public AuditEvent {
        require(type, MAX_TYPE);
        require(actor, MAX_ID);
        require(subject, MAX_ID);
        details = Map.copyOf(details);
        if (details.size() > MAX_DETAILS) {
            throw new IllegalArgumentException("an audit event has at most " + MAX_DETAILS + " details");
        }
        details.forEach((name, value) -> {
            require(name, MAX_DETAIL_NAME);
            requireShort(value, MAX_DETAIL_VALUE);
        });
    }

    private static void require(String value, int maximum) {
        requireShort(value, maximum);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an audit event has no empty members");
        }
    }

    /** The message never repeats the value. */
    private static void requireShort(String value, int maximum) {
        Objects.requireNonNull(value);
        if (value.length() > maximum || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a member of an audit event is longer than " + maximum + " or has control characters");
        }
    }
}
