// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A browser without JavaScript: cookies, redirects, links and forms. */
final class SimpleBrowser implements AutoCloseable {
    private static final int MOST_REDIRECTS = 15;

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    /** Opens an address and follows redirects, up to one that only a wallet or app can open. */
    Page open(URI address) {
        return follow(send(HttpRequest.newBuilder(address).GET()));
    }

    /** Opens an address without following redirects. */
    HttpResponse<String> fetch(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** Follows redirects up to one that begins so, and does not open it. */
    URI leadsTo(URI address, String prefix) {
        URI next = address;
        for (int i = 0; i < MOST_REDIRECTS && !next.toString().startsWith(prefix); i++) {
            next = next.resolve(fetch(next).headers().firstValue("Location").orElseThrow());
        }
        return next;
    }

    /** Presses the button with this id. */
    Page press(Page page, String buttonId) {
        return submit(page.form(buttonId));
    }

    Page submit(Page.Form form) {
        String body = form.fields().entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        if (form.method().equalsIgnoreCase("get")) {
            String query = body.isEmpty() ? "" : "?" + body;
            String base = form.action().toString().replaceFirst("\\?.*", "");
            return open(URI.create(base + query));
        }
        return follow(send(HttpRequest.newBuilder(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", form.action().resolve("/").toString().replaceFirst("/$", ""))
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    /** The cookies it holds, by name. */
    Map<String, String> cookies() {
        return cookies;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Page follow(HttpResponse<String> first) {
        HttpResponse<String> response = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            if (response.statusCode() < 300 || response.statusCode() > 399) {
                return new Page(response.uri(), response.statusCode(), response.body());
            }
            URI next = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            if (!next.getScheme().startsWith("http")) {
                return new Page(next, response.statusCode(), "");
            }
            response = send(HttpRequest.newBuilder(next).GET());
        }
        throw new IllegalStateException("too many redirects");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        String cookie = cookies.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        request.header("Accept", "text/html,application/xhtml+xml").header("Accept-Language", "en");
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::remember);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void remember(String header) {
        String pair = header.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty() || header.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
