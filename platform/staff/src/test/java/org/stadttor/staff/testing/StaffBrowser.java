// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser with cookies and without scripts, on the staff port of one process. */
public final class StaffBrowser {

    private final URI home;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** A fresh one, for example on {@code http://localhost:8090}. */
    public StaffBrowser(URI home) {
        this.home = home;
    }

    /** Signs in as an invented person. */
    public StaffBrowser signIn(String person) {
        HttpResponse<String> page = post(get("/staff/sign-in"), "/staff/sandbox-sign-in", Map.of("person", person));
        if (page.statusCode() != 200 || !page.uri().getPath().equals("/staff")) {
            throw new IllegalStateException("not signed in: " + page.statusCode());
        }
        return this;
    }

    /** Opens a page. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(home.resolve(path)).build());
    }

    /** Sends a form of this page, with its hidden fields {@code _csrf} and {@code confirmation}. */
    public HttpResponse<String> post(HttpResponse<String> page, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        hidden(page, "_csrf", all);
        hidden(page, "confirmation", all);
        return postRaw(path, all);
    }

    /** Sends exactly these fields. */
    public HttpResponse<String> postRaw(String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(home.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Sends any request. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void hidden(HttpResponse<String> page, String name, Map<String, String> fields) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        if (field.find()) {
            fields.putIfAbsent(name, field.group(1));
        }
    }
}
