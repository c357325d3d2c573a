// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Files come in on one route only, and not too large: decided before anything of them is read. */
public final class UploadGuard extends OncePerRequestFilter {

    /** Where files come in. */
    public static final String ROUTE = "/admin/proposals/check";

    /** The page for files that are too large. */
    public static final String TOO_LARGE = "/admin/proposals/too-large";

    /** Bytes of the whole form. */
    static final int MAX_LENGTH = 1_000_000;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean files = type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (!files) {
            chain.doFilter(request, response);
        } else if (!request.getServletPath().equals(ROUTE)) {
            response.setStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        } else if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > MAX_LENGTH) {
            // The page is another request: whatever asked this one for a parameter would read the file.
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
