// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A successful answer: 2xx, or 304 to a conditional request. Anything else is an {@link OutboundException}. */
public final class OutboundResponse {

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    OutboundResponse(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body.clone();
        this.headers = Map.copyOf(headers);
    }

    public int status() {
        return status;
    }

    /** Whether the known entity is still the current one; then there is no body. */
    public boolean notModified() {
        return status == 304;
    }

    /** The media type in lower case and without parameters, or empty. */
    public String contentType() {
        return contentType;
    }

    /** The decoded body. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as ASCII; other bytes become replacement characters, which no JWT parser accepts. */
    public String asciiBody() {
        return new String(body, StandardCharsets.US_ASCII);
    }

    /** The entity tag, if it is one that {@link OutboundRequest#ifNoneMatch} can send back. */
    public Optional<String> etag() {
        return header("etag")
                .filter(tag -> OutboundRequest.HEADER_VALUE.matcher(tag).matches());
    }

    /** One of {@code etag}, {@code cache-control}, {@code last-modified}, {@code retry-after}, in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public String toString() {
        return "OutboundResponse[" + status + ", " + body.length + " bytes]";
    }
}
