// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The browser of a member of staff, signed in as one of the sandbox's people. */
public final class StaffBrowser implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final TestIdp idp;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String csrf = "";

    private StaffBrowser(TestIdp idp) {
        this.idp = idp;
    }

    /** Signs in by the sandbox's page. */
    public static StaffBrowser of(TestIdp idp, String person) {
        StaffBrowser browser = new StaffBrowser(idp);
        browser.get("/staff/sign-in");
        HttpResponse<String> response = browser.post("/staff/sandbox-sign-in", Map.of("person", person));
        if (response.statusCode() != 302) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        browser.get("/staff");
        return browser;
    }

    /** A page, as this browser gets it; remembers its CSRF token. */
    public HttpResponse<String> get(String path) {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(idp.staffUri(path)).header("Accept", "text/html"));
        Matcher token = TOKEN.matcher(response.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return response;
    }

    /** A form, with the token of the page before. */
    public HttpResponse<String> post(String path, Map<String, String> form) {
        return submit("POST", path, form);
    }

    /** The same by another method. */
    public HttpResponse<String> submit(String method, String path, Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", csrf);
        return send(HttpRequest.newBuilder(idp.staffUri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(TestRelyingParty.form(all))));
    }

    /** A form with a file, with the token of the page before. */
    public HttpResponse<String> upload(String path, Map<String, String> form, String fileField, String content) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", csrf);
        StringBuilder body = new StringBuilder();
        all.forEach((name, value) -> body.append("--edge\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--edge\r\nContent-Disposition: form-data; name=\"")
                .append(fileField)
                .append("\"; filename=\"key.pem\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n--edge--\r\n");
        return send(HttpRequest.newBuilder(idp.staffUri(path))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
