// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditEventTest {

    @Test
    void accepts_short_facts() {
        assertThat(new AuditEvent("issuer.approved", "staff-1", "issuer-1", Map.of("reason", "")).details())
                .hasSize(1);
    }

    @Test
    void rejects_documents_tokens_and_control_characters_without_repeating_them() {
        String secret = "S".repeat(301);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditEvent("a", "b", "c", Map.of("token", secret)))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SSS"));
        assertThatIllegalArgumentException().isThrownBy(() -> new AuditEvent("a", "b", "c\n", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new AuditEvent("", "b", "c", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new AuditEvent("a", "b".repeat(201), "c", Map.of()));
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i <= AuditEvent.MAX_DETAILS; i++) {
            many.put("d" + i, "x");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new AuditEvent("a", "b", "c", many));
    }
}
