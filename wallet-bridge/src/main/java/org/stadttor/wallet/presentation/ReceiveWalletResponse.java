// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.PresentationBinding;
import org.stadttor.wallet.openid4vp.AuthorizationResponse;
import org.stadttor.wallet.openid4vp.OpenId4VpException;
import org.stadttor.wallet.openid4vp.WalletMessage;
import org.stadttor.wallet.pid.PersonIdentification;

/**
 * Use case: a wallet posts its response. Verification runs without a transaction; one compare-and-set afterwards decides
 * who was first, so that of any number of concurrent answers exactly one counts.
 *
 * <p>What ends a presentation: a valid answer; an invalid presentation or an error <em>with the right state</em>. Whoever
 * can send these has fetched the request object, that is, has seen the QR code or the link; and the citizen's page says
 * at once that the wallet's answer was refused, the audit trail says why. What does not end it: anything that cannot be
 * decrypted or lacks the state. So nobody without the request can end a login, and nobody can do it silently.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, sections 8.2, 8.6
 *     and 14.3</a>
 */
public final class ReceiveWalletResponse {

    private final Presentations presentations;
    private final AnswerReader reader;
    private final VerifyVpToken verifyVpToken;
    private final PresentationSettings settings;
    private final Clock clock;

    public ReceiveWalletResponse(
            Presentations presentations,
            AnswerReader reader,
            VerifyVpToken verifyVpToken,
            PresentationSettings settings,
            Clock clock) {
        this.presentations = presentations;
        this.reader = reader;
        this.verifyVpToken = verifyVpToken;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a response.
     *
     * @param responseHandle from the {@code response_uri}; untrusted
     */
    public WalletResponseReceipt receive(String responseHandle, WalletMessage message) {
        Optional<Presentation> found = BearerValue.parse(responseHandle)
                .flatMap(handle -> presentations.findByResponseHandle(handle.hash(), clock.instant()));
        if (found.isEmpty() || !(found.get() instanceof Presentation.Unanswered presentation)) {
            return notWaiting();
        }
        AnswerReader.Read read;
        try {
            read = reader.read(presentation, message);
        } catch (OpenId4VpException e) {
            return new WalletResponseReceipt.Rejected(e.reason().code());
        }
        try {
            return switch (read.payload().response()) {
                case AuthorizationResponse.VpToken vpToken -> verify(presentation, vpToken, read.nonce());
                case AuthorizationResponse.Failed failed ->
                    failed(presentation, failed.error().code());
            };
        } catch (OpenId4VpException e) {
            return refuse(presentation, e.reason().code());
        } catch (CredentialRejectedException e) {
            return refuse(presentation, e.reason().code());
        }
    }

    private WalletResponseReceipt verify(
            Presentation.Unanswered presentation, AuthorizationResponse.VpToken vpToken, String nonce) {
        Presentation.Terms terms = presentation.terms();
        PersonIdentification person = verifyVpToken.verify(
                vpToken,
                terms.request(),
                new PresentationBinding(terms.clientId().value(), nonce, terms.startedAt()));
        BearerValue responseCode = responseCodeFor(terms.flow());
        Instant now = clock.instant();
        Presentations.Answer answer = new Presentations.Answer(
                ClaimsSealing.seal(terms.id(), terms.claimsKey(), person),
                person.issuer().anchorSha256(),
                person.issuer().listSequence(),
                responseCode == null ? null : responseCode.hash(),
                now.plus(settings.collectWithin()));
        return presentations.answer(terms.id(), answer, now) ? processed(responseCode) : notWaiting();
    }

    /** An error is a processed response: the wallet is told where to send its user. */
    private WalletResponseReceipt failed(Presentation.Unanswered presentation, String reasonCode) {
        BearerValue responseCode = responseCodeFor(presentation.terms().flow());
        return refused(presentation, reasonCode, responseCode) ? processed(responseCode) : notWaiting();
    }

    private WalletResponseReceipt refuse(Presentation.Unanswered presentation, String reasonCode) {
        return refused(presentation, reasonCode, null) ? new WalletResponseReceipt.Rejected(reasonCode) : notWaiting();
    }

    private boolean refused(
            Presentation.Unanswered presentation, String reasonCode, @Nullable BearerValue responseCode) {
        Instant now = clock.instant();
        return presentations.refuse(
                presentation.id(),
                new Presentations.Refusal(
                        reasonCode,
                        responseCode == null ? null : responseCode.hash(),
                        now.plus(settings.collectWithin())),
                now);
    }

    private static @Nullable BearerValue responseCodeFor(Flow flow) {
        return switch (flow) {
            case SAME_DEVICE -> BearerValue.create();
            case CROSS_DEVICE -> null;
        };
    }

    private WalletResponseReceipt processed(@Nullable BearerValue responseCode) {
        URI address = responseCode == null ? settings.doneAddress() : settings.returnAddress(responseCode);
        return new WalletResponseReceipt.Processed(address);
    }

    private static WalletResponseReceipt notWaiting() {
        return new WalletResponseReceipt.Rejected(OpenId4VpException.Reason.NOT_WAITING.code());
    }
}
