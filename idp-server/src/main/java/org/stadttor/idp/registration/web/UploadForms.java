// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stadttor.idp.registration.PastedKeys;
import org.stadttor.staff.web.StaffPort;

/**
 * Forms with a file, on agencies' pages only: the file becomes one more field, as text. Everywhere else such requests are
 * not read at all. Nothing is written to disk; a file that is too large is left out and said to be so.
 */
public final class UploadForms extends OncePerRequestFilter {

    /** Present if a file was left out. */
    static final String TOO_LARGE = "upload_too_large";

    private static final long REQUEST_LIMIT = 256 * 1024;
    private static final int FIELD_LIMIT = PastedKeys.LIMIT;
    private static final int FIELDS = 200;

    private final StaffPort port;

    public UploadForms(StaffPort port) {
        this.port = port;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !port.matches(request)
                || !request.getServletPath().startsWith("/agency/")
                || type == null
                || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try {
            read(request, fields);
        } catch (FileUploadException e) {
            response.sendError(
                    e.getClass().getSimpleName().contains("Limit")
                            ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                            : HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(new Fields(request, fields), response);
    }

    private static void read(HttpServletRequest request, Map<String, List<String>> fields)
            throws IOException, FileUploadException {
        FileUpload upload = new FileUpload();
        upload.setSizeMax(REQUEST_LIMIT);
        upload.setFileCountMax(FIELDS);
        upload.setPartHeaderSizeMax(1024);
        FileItemIterator items = upload.getItemIterator(new ServletRequestContext(request));
        for (int count = 0; items.hasNext(); count++) {
            FileItemStream item = items.next();
            if (count >= FIELDS) {
                throw new FileUploadException("too many fields");
            }
            try (InputStream stream = item.openStream()) {
                byte[] bytes = stream.readNBytes(FIELD_LIMIT + 1);
                if (bytes.length > FIELD_LIMIT) {
                    fields.put(TOO_LARGE, List.of("yes"));
                } else {
                    fields.computeIfAbsent(item.getFieldName(), name -> new ArrayList<>())
                            .add(new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** The request with these fields as its parameters. */
    private static final class Fields extends HttpServletRequestWrapper {

        private final Map<String, String[]> fields = new LinkedHashMap<>();

        Fields(HttpServletRequest request, Map<String, List<String>> read) {
            super(request);
            read.forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = fields.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(fields);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(fields.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return fields.get(name);
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_FORM_URLENCODED_VALUE;
        }
    }
}
