// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person of the sandbox with a browser that knows forms and cookies, but no scripts. */
public final class StaffVisitor {

    private final TestService service;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private StaffVisitor(TestService service) {
        this.service = service;
    }

    /** Signs one of the sandbox people in; pages come in English. */
    public static StaffVisitor signedIn(TestService service, String person) throws IOException, InterruptedException {
        StaffVisitor visitor = new StaffVisitor(service);
        HttpResponse<String> page = visitor.get("/staff/sign-in?lang=en");
        assertThat(visitor.post(page, "/staff/sandbox-sign-in", Map.of("person", person))
                        .body())
                .contains("id=\"signed-in-as\"");
        return visitor;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(service.staffUri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form of that page. */
    public HttpResponse<String> post(HttpResponse<String> page, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).as("a form with its token").isTrue();
        String body = form.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + encoded(token.group(1));
        URI address = service.staffUri(path);
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
