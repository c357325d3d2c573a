// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.presentation.PresentationOutcome.NothingToCollect;

/**
 * Hands each result out once, to the browser that started it. A right response code in a wrong browser takes nothing and
 * raises an alarm: somebody was sent a link that belongs to somebody else's login.
 *
 * @see <a href="https://openid.net/specs/openid4vc-high-assurance-interoperability-profile-1_0-final.html">HAIP 1.0,
 *     section 5.1</a>
 */
public final class ResultCollection implements CollectResult {

    private final Presentations presentations;
    private final IssuerStanding standing;
    private final Clock clock;

    public ResultCollection(Presentations presentations, IssuerStanding standing, Clock clock) {
        this.presentations = presentations;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    public PresentationStatus status(PresentationId id, BrowserBinding browser) {
        return presentations
                .find(id, clock.instant())
                .filter(presentation -> presentation.terms().startedBy(browser))
                .map(this::statusOf)
                .orElse(PresentationStatus.GONE);
    }

    /** An answer whose issuer is not trusted any more is a failed one; collecting it tells the reason. */
    private PresentationStatus statusOf(Presentation presentation) {
        return switch (presentation) {
            case Presentation.Waiting waiting -> PresentationStatus.WAITING;
            case Presentation.Opened opened -> PresentationStatus.OPENED;
            case Presentation.Answered answered ->
                distrust(answered).isEmpty() ? PresentationStatus.ANSWERED : PresentationStatus.FAILED;
            case Presentation.Refused refused -> PresentationStatus.FAILED;
        };
    }

    @Override
    public PresentationOutcome collectByResponseCode(String responseCode, BrowserBinding browser) {
        Instant now = clock.instant();
        Optional<Presentation> found =
                BearerValue.parse(responseCode).flatMap(code -> presentations.findByResponseCode(code.hash(), now));
        if (found.isEmpty()) {
            return new NothingToCollect();
        }
        Presentation presentation = found.get();
        if (!presentation.terms().startedBy(browser)) {
            presentations.record(new PresentationEvent.ForeignBrowser(presentation.id()));
            return new NothingToCollect();
        }
        return take(presentation, browser, now);
    }

    @Override
    public PresentationOutcome collectByPolling(PresentationId id, BrowserBinding browser) {
        Instant now = clock.instant();
        return presentations
                .find(id, now)
                .filter(presentation -> presentation.terms().startedBy(browser))
                .map(presentation -> poll(presentation, browser, now))
                .orElseGet(NothingToCollect::new);
    }

    /**
     * On the same device only the redirect proves that wallet and browser belong together: an answer is not handed out, but
     * one that will never be is told of.
     */
    private PresentationOutcome poll(Presentation presentation, BrowserBinding browser, Instant now) {
        if (presentation instanceof Presentation.Answered answered
                && presentation.terms().flow() == Flow.SAME_DEVICE) {
            return distrust(answered).map(code -> discard(answered, code, now)).orElseGet(NothingToCollect::new);
        }
        return take(presentation, browser, now);
    }

    private PresentationOutcome take(Presentation presentation, BrowserBinding browser, Instant now) {
        return switch (presentation) {
            case Presentation.Unanswered unanswered -> new NothingToCollect();
            case Presentation.Refused refused ->
                presentations.discard(refused, new PresentationEvent.Collected(refused.id()), now)
                        ? new PresentationOutcome.Refused(refused.id(), refused.reasonCode())
                        : new NothingToCollect();
            case Presentation.Answered answered -> takeAnswer(answered, browser, now);
        };
    }

    private PresentationOutcome takeAnswer(Presentation.Answered answered, BrowserBinding browser, Instant now) {
        PresentationId id = answered.id();
        Optional<String> distrust = distrust(answered);
        if (distrust.isPresent()) {
            return discard(answered, distrust.get(), now);
        }
        return presentations
                .collect(answered, now)
                .<PresentationOutcome>map(claims -> new PresentationOutcome.Identified(
                        id, ClaimsSealing.open(id, BrowserKeys.derive(browser, id), claims)))
                .orElseGet(NothingToCollect::new);
    }

    /** The reason code, if the issuer is not trusted at this moment. */
    private Optional<String> distrust(Presentation.Answered answered) {
        try {
            standing.requireListed(answered.issuerAnchorSha256());
            return Optional.empty();
        } catch (CredentialRejectedException e) {
            return Optional.of(e.reason().code());
        }
    }

    private PresentationOutcome discard(Presentation.Answered answered, String reasonCode, Instant now) {
        PresentationEvent event = new PresentationEvent.Distrusted(
                answered.id(), answered.terms().request().onBehalfOf(), reasonCode);
        return presentations.discard(answered, event, now)
                ? new PresentationOutcome.Refused(answered.id(), reasonCode)
                : new NothingToCollect();
    }
}
