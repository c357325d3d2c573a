// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.presentation.BrowserBinding;

/** A browser as simple as can be: plain HTTP, one cookie, forms by their hidden fields. */
public final class PageBrowser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern INPUT = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final LoginRoom room;
    private final @Nullable BrowserBinding binding;

    PageBrowser(LoginRoom room, @Nullable BrowserBinding binding) {
        this.room = room;
        this.binding = binding;
    }

    /** The same without its cookie. */
    public PageBrowser withoutCookie() {
        return new PageBrowser(room, null);
    }

    /** Loads a page; extra headers as name, value. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Presses the button with this id on this page. */
    public HttpResponse<String> press(HttpResponse<String> page, String buttonId)
            throws IOException, InterruptedException {
        int button = page.body().indexOf("id=\"" + buttonId + "\"");
        int start = page.body().lastIndexOf("<form", button);
        String form = page.body().substring(start, page.body().indexOf("</form>", button));
        Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(form);
        if (button < 0 || start < 0 || !action.find()) {
            throw new IllegalArgumentException("no such button");
        }
        Map<String, String> fields =
                INPUT.matcher(form).results().collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (a, b) -> a));
        return post(action.group(1), fields);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return CLIENT.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(room.uri(path)).header("Accept", "text/html,application/json;q=0.9");
        return binding == null ? request : request.header("Cookie", "stadttor=" + binding.cookieValue());
    }
}
