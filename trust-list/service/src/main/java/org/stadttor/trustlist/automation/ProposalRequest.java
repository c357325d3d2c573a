// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.stadttor.trustlist.automation.InvalidRequestException.Reason;
import org.stadttor.trustlist.curation.FormText;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.Proposal.Kind;

/**
 * What a program proposes.
 *
 * @param entity for a change or a resumption
 * @param details for a listing or a change
 */
public record ProposalRequest(Kind kind, Optional<IssuerId> entity, Optional<IssuerDetails> details, String reason) {

    private static final Set<String> MEMBERS = Set.of("kind", "entity", "details", "reason");

    public ProposalRequest {
        if (entity.isEmpty() != (kind == Kind.LISTING) || details.isEmpty() != (kind == Kind.RESUMPTION)) {
            throw new InvalidRequestException(Reason.MEMBER_INVALID, "/kind");
        }
    }

    /**
     * Reads the body of a request.
     *
     * @throws InvalidRequestException if it is not exactly what is described
     */
    public static ProposalRequest parse(byte[] untrusted) {
        RequestBody body = RequestBody.parse(untrusted).allow(MEMBERS);
        return new ProposalRequest(
                kind(body),
                body.optionalText("entity").map(text -> entity(body, text)),
                body.has("details") ? Optional.of(DetailsRequest.read(body.object("details"))) : Optional.empty(),
                reason(body));
    }

    /** The only member of a request that has just a reason. */
    public static String parseReason(byte[] untrusted) {
        return reason(RequestBody.parse(untrusted).allow(Set.of("reason")));
    }

    private static String reason(RequestBody body) {
        String reason = body.text("reason");
        if (reason.isBlank() || reason.length() > Change.MAX_REASON || !FormText.isVisible(reason)) {
            throw body.invalid("reason");
        }
        return reason;
    }

    private static Kind kind(RequestBody body) {
        String code = body.text("kind");
        return Stream.of(Kind.values())
                .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> body.invalid("kind"));
    }

    private static IssuerId entity(RequestBody body, String text) {
        try {
            return new IssuerId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw body.invalid("entity");
        }
    }
}
