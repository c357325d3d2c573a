// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.net.URI;
import java.util.Objects;

/**
 * A POST. Redirects of it are never followed.
 *
 * @param url where to; judged by the policy
 * @param contentType the media type of the body
 * @param body in ASCII, for example a JWT
 */
public record OutboundPost(URI url, String contentType, String body) {

    public OutboundPost {
        Objects.requireNonNull(url);
        Objects.requireNonNull(body);
        if (!OutboundRequest.HEADER_VALUE.matcher(contentType).matches()) {
            throw new IllegalArgumentException("contentType is not a header value");
        }
    }

    @Override
    public String toString() {
        return "OutboundPost[" + body.length() + " characters]";
    }
}
