// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.stadttor.trustlist.evaluation.CertificateChain;
import org.stadttor.wallet.statuslist.InvalidStatusListException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A status list token in JWT format of which everything has been verified but one thing: whether its signer speaks for
 * the issuer of a credential ({@link StatusSigners}).
 *
 * @param uri where it was asked for; equal to its {@code sub}
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}
 * @param timeToLive {@code ttl}
 * @param signer the chain of its {@code x5c}, leaf first
 * @param list the unpacked list
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/">Token Status List, sections 5.1, 8.3</a>
 */
public record StatusListToken(
        String uri,
        Instant issuedAt,
        Optional<Instant> expiresAt,
        Optional<Duration> timeToLive,
        CertificateChain signer,
        StatusList list) {

    /** No token is longer, in characters. */
    public static final int MAX_LENGTH = 8 * 1024 * 1024;

    /** By how much the clocks of others may be wrong. */
    public static final Duration SKEW = Duration.ofSeconds(60);

    private static final double MAX_SECONDS = Integer.MAX_VALUE;

    public StatusListToken {
        Objects.requireNonNull(uri);
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(timeToLive);
        Objects.requireNonNull(signer);
        Objects.requireNonNull(list);
    }

    /**
     * Verifies form, signature under the leaf of {@code x5c}, subject and times, and unpacks the list.
     *
     * @param untrusted as fetched
     * @param uri the {@code uri} of the credential's reference
     * @throws InvalidStatusListException with the reason of the first step that failed
     */
    public static StatusListToken verify(String untrusted, String uri, Instant now) {
        TokenParts parts = TokenParts.of(untrusted);
        TokenHeader header = TokenHeader.of(parts.header());
        parts.requireSignature(header);
        ObjectNode payload = parts.payload();
        requireSubject(payload, uri);
        Times times = requireTimes(payload, now);
        return new StatusListToken(
                uri, times.issuedAt(), times.expiresAt(), times.timeToLive(), header.chain(), requireList(payload));
    }

    /** When the token was made, and until when it serves. */
    record Times(Instant issuedAt, Optional<Instant> expiresAt, Optional<Duration> timeToLive) {}

    static Times requireTimes(ObjectNode payload, Instant now) {
        Instant issuedAt = requireIssuedAt(payload, now);
        Optional<Instant> expiresAt = TokenJson.date(payload, "exp");
        if (expiresAt.isPresent() && !now.isBefore(expiresAt.get())) {
            throw new InvalidStatusListException(Reason.EXPIRED);
        }
        return new Times(issuedAt, expiresAt, timeToLive(payload));
    }

    static void requireSubject(ObjectNode payload, String uri) {
        if (!TokenJson.text(payload, "sub").filter(uri::equals).isPresent()) {
            throw new InvalidStatusListException(Reason.SUBJECT_MISMATCH);
        }
    }

    private static Instant requireIssuedAt(ObjectNode payload, Instant now) {
        Instant issuedAt = TokenJson.date(payload, "iat")
                .orElseThrow(() -> new InvalidStatusListException(Reason.ISSUED_AT_MISSING));
        if (issuedAt.isAfter(now.plus(SKEW))) {
            throw new InvalidStatusListException(Reason.ISSUED_IN_FUTURE);
        }
        return issuedAt;
    }

    /** Longer than an int can say is as good as for ever; whoever caches sets bounds anyway. */
    private static Optional<Duration> timeToLive(ObjectNode payload) {
        JsonNode ttl = payload.get("ttl");
        if (ttl == null) {
            return Optional.empty();
        }
        if (!ttl.isNumber() || !(ttl.doubleValue() > 0)) {
            throw new InvalidStatusListException(Reason.TTL_INVALID);
        }
        return Optional.of(Duration.ofSeconds((long) Math.min(Math.ceil(ttl.doubleValue()), MAX_SECONDS)));
    }

    static StatusList requireList(ObjectNode payload) {
        JsonNode list = payload.get("status_list");
        if (list == null || !list.isObject()) {
            throw new InvalidStatusListException(Reason.LIST_MALFORMED);
        }
        JsonNode bits = list.path("bits");
        if (!bits.isInt()) {
            throw new InvalidStatusListException(Reason.BITS_INVALID);
        }
        String lst =
                TokenJson.text(list, "lst").orElseThrow(() -> new InvalidStatusListException(Reason.LIST_MALFORMED));
        return StatusList.inflate(bits.intValue(), TokenParts.decode(lst, Reason.LIST_MALFORMED));
    }
}
