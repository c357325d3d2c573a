// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.stadttor.idp.login.SupportCode;
import org.stadttor.idp.operations.SupportCases;
import org.stadttor.idp.operations.SupportCases.SupportCase;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.presentation.PresentationId;

/** What the help desk runs when a citizen reads out a code. */
@ExtendWith(OutputCaptureExtension.class)
class SupportCodeCommandTest {

    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void finds_the_reason_by_the_code(CapturedOutput output) {
        TestDatabase database = TestDatabase.create();
        PresentationId id = new PresentationId(UUID.randomUUID());
        try (TestIdp idp = TestIdp.start(database)) {
            idp.bean(SupportCases.class).remember(new SupportCase(id, "issuer_untrusted", THEN));
        }
        assertThat(explain(database, database.url(), SupportCode.of(id).toString()))
                .isEqualTo(SupportCodeCommand.FOUND);
        assertThat(output).containsPattern("(?m)^" + THEN + " " + id + " issuer_untrusted$");

        assertThat(explain(database, database.url(), "00000000")).isEqualTo(SupportCodeCommand.UNKNOWN);
        assertThat(explain(database, "jdbc:postgresql://localhost:9/nothing", "00000000"))
                .isEqualTo(SupportCodeCommand.NOT_ASKED);
    }

    private static int explain(TestDatabase database, String url, String code) {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        List<String> arguments = new ArrayList<>(List.of(SupportCodeCommand.NAME, code));
        arguments.add("--stadttor.issuer=https://login.example.de");
        arguments.add("--stadttor.database.url=" + url);
        arguments.add("--stadttor.database.user=" + database.user());
        arguments.add("--stadttor.database.password=" + database.password());
        arguments.add("--stadttor.data-key=" + key);
        arguments.add("--stadttor.matching-key=" + key);
        return SupportCodeCommand.run(arguments.toArray(String[]::new));
    }
}
