// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.stadttor.outbound.OutboundException.Reason;

/** Reads a body within the policy's size, counted before and after decompression. */
final class BodyReader {

    /** Stops a stream that delivers more than it may, instead of waiting for its end. */
    private final class Bounded extends FilterInputStream {

        private long left = policy.maxBody();

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) {
            left -= n;
            if (left < 0) {
                throw refused(Reason.TOO_LARGE, null);
            }
        }
    }

    private final OutboundPolicy policy;

    BodyReader(OutboundPolicy policy) {
        this.policy = policy;
    }

    byte[] read(HttpResponse response, @Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > policy.maxBody()) {
            throw refused(Reason.TOO_LARGE, null);
        }
        InputStream raw = new Bounded(entity.getContent());
        return switch (encoding(response)) {
            case "", "identity" -> raw.readAllBytes();
            case "gzip", "x-gzip" -> inflated(raw);
            default -> throw refused(Reason.CONTENT_ENCODING_NOT_ALLOWED, null);
        };
    }

    @SuppressWarnings("resource") // closing would drain the connection; the caller discards it
    private byte[] inflated(InputStream raw) throws IOException {
        try {
            return new Bounded(new GZIPInputStream(raw)).readAllBytes();
        } catch (ZipException | EOFException e) {
            throw refused(Reason.CONTENT_MALFORMED, e);
        }
    }

    private static String encoding(HttpResponse response) {
        Header[] headers = response.getHeaders("Content-Encoding");
        return switch (headers.length) {
            case 0 -> "";
            case 1 -> headers[0].getValue().trim().toLowerCase(Locale.ROOT);
            default -> "several";
        };
    }

    private OutboundException refused(Reason reason, @Nullable Throwable cause) {
        return new OutboundException(policy.purpose(), reason, 0, cause);
    }
}
