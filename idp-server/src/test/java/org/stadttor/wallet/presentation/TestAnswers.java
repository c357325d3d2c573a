// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.pid.PersonIdentification;

/** Answers presentations as if a wallet had sent a PID and every check had passed; what comes afterwards is real. */
public final class TestAnswers {

    private TestAnswers() {}

    /** Answers it; the response code on the same device, else null. */
    public static @Nullable String answer(Presentations presentations, PresentationId id, PersonIdentification person) {
        Instant now = Instant.now();
        Presentation.Terms terms = presentations.find(id, now).orElseThrow().terms();
        BearerValue code = terms.flow() == Flow.SAME_DEVICE ? BearerValue.create() : null;
        boolean answered = presentations.answer(
                id,
                new Presentations.Answer(
                        ClaimsSealing.seal(id, terms.claimsKey(), person),
                        person.issuer().anchorSha256(),
                        person.issuer().listSequence(),
                        code == null ? null : code.hash(),
                        now.plusSeconds(120)),
                now);
        if (!answered) {
            throw new AssertionError("nobody waits for an answer");
        }
        return code == null ? null : code.value();
    }
}
