// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.stadttor.wallet.openid4vp.FormBody;
import org.stadttor.wallet.openid4vp.OpenId4VpException;
import org.stadttor.wallet.openid4vp.OpenId4VpException.Reason;

/** Reads forms from the raw body, up to a limit: the servlet container would merge the query and hide duplicates. */
public final class RequestBodies {

    private final int maxBytes;

    /**
     * Sets the limit.
     *
     * @param maxBytes longer bodies are refused without being read to their end
     */
    public RequestBodies(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    FormBody requiredForm(HttpServletRequest request) {
        requireForm(request);
        return FormBody.parse(read(request));
    }

    /** A wallet may post nothing at all; then there need not be a content type. */
    FormBody optionalForm(HttpServletRequest request) {
        byte[] body = read(request);
        if (body.length > 0) {
            requireForm(request);
        }
        return FormBody.parse(body);
    }

    private static void requireForm(HttpServletRequest request) {
        String contentType = request.getContentType();
        try {
            if (contentType != null
                    && MediaType.parseMediaType(contentType)
                            .equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            throw new OpenId4VpException(Reason.CONTENT_TYPE_INVALID, e);
        }
        throw new OpenId4VpException(Reason.CONTENT_TYPE_INVALID);
    }

    private byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > maxBytes) {
            throw new OpenId4VpException(Reason.FORM_TOO_LARGE);
        }
        try (InputStream body = request.getInputStream()) {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new OpenId4VpException(Reason.FORM_TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            throw new OpenId4VpException(Reason.FORM_MALFORMED, e);
        }
    }
}
