// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A GET.
 *
 * @param url where to; judged by the policy
 * @param accept the Accept header
 * @param ifNoneMatch the entity tag of what is already known, or null
 * @param patience how long the server may hold the answer back until there is something new ({@code Prefer: wait},
 *     RFC 7240, section 4.3); whole seconds, zero for not at all; added to the policy's total time
 */
public record OutboundRequest(
        URI url, String accept, @Nullable String ifNoneMatch, Duration patience) {

    /** The longest wait. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,512}");

    public OutboundRequest {
        Objects.requireNonNull(url);
        if (!HEADER_VALUE.matcher(accept).matches()) {
            throw new IllegalArgumentException("accept is not a header value");
        }
        if (ifNoneMatch != null && !HEADER_VALUE.matcher(ifNoneMatch).matches()) {
            throw new IllegalArgumentException("ifNoneMatch is not a header value");
        }
        if (patience.isNegative() || patience.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("patience must be 0 to " + LONGEST_WAIT.toSeconds() + " s");
        }
    }

    /** An unconditional GET. */
    public static OutboundRequest get(URI url, String accept) {
        return new OutboundRequest(url, accept, null, Duration.ZERO);
    }

    /** The same, only if the entity tag there is another one. */
    public OutboundRequest ifNoneMatch(@Nullable String etag) {
        return new OutboundRequest(url, accept, etag, patience);
    }

    /** The same, with leave to wait for a change. */
    public OutboundRequest waiting(Duration atMost) {
        return new OutboundRequest(url, accept, ifNoneMatch, atMost);
    }
}
