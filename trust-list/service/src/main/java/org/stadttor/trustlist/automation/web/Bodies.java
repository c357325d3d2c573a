// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.stadttor.trustlist.automation.InvalidRequestException;
import org.stadttor.trustlist.automation.InvalidRequestException.Reason;

/** Bodies of requests, never more of them than could be right. */
final class Bodies {

    private static final int MAX_SIZE = 1_000_000;
    private static final String JSON = "application/json";

    private Bodies() {}

    static byte[] read(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null
                || !type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(JSON)) {
            throw new InvalidRequestException(Reason.MALFORMED_JSON, "Content-Type");
        }
        byte[] body = request.getInputStream().readNBytes(MAX_SIZE + 1);
        if (body.length > MAX_SIZE) {
            throw new InvalidRequestException(Reason.TOO_LARGE, "");
        }
        return body;
    }
}
