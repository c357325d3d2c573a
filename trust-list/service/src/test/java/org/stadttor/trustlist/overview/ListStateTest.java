// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.overview.ListState.Condition;
import org.stadttor.trustlist.publication.Publication;

class ListStateTest {

    private static final Instant END = TestKey.NOW.plus(Duration.ofDays(7));
    private static final Instant DUE = TestKey.NOW.plus(Duration.ofDays(1));
    private static final Optional<Publication> ISSUE =
            Optional.of(new Publication(ListPurpose.PID, 1, TestKey.NOW, END, "hash", "jws"));

    @Test
    void is_in_force_until_the_next_issue_is_due() {
        assertThat(ListState.condition(ISSUE, DUE, DUE)).isEqualTo(Condition.IN_FORCE);
    }

    @Test
    void is_overdue_from_then_on() {
        assertThat(ListState.condition(ISSUE, DUE, DUE.plusMillis(1))).isEqualTo(Condition.RENEWAL_OVERDUE);
        assertThat(ListState.condition(ISSUE, DUE, END.minusMillis(1))).isEqualTo(Condition.RENEWAL_OVERDUE);
    }

    @Test
    void is_expired_from_next_update_on() {
        assertThat(ListState.condition(ISSUE, DUE, END)).isEqualTo(Condition.EXPIRED);
    }

    @Test
    void is_missing_without_an_issue() {
        assertThat(ListState.condition(Optional.empty(), DUE, TestKey.NOW)).isEqualTo(Condition.MISSING);
    }
}
