// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import org.stadttor.trustlist.TestService;

/** One person at a browser without scripts, on the staff port. */
final class StaffBrowser {

    private static final Pattern FIELD =
            Pattern.compile("<(input|textarea)\\b([^>]*)>(?:([^<]*)</textarea>)?", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)(?:=\"([^\"]*)\")?");

    private final TestService service;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private StaffBrowser(TestService service) {
        this.service = service;
    }

    /** A page with its forms. */
    record Page(URI uri, int status, String html) {

        String path() {
            return uri.getPath();
        }

        boolean has(String id) {
            return html.contains("id=\"" + id + "\"");
        }

        /** Text of the element with this id, without its tags. */
        String text(String id) {
            Matcher tag = Pattern.compile("<([a-z0-9]+)\\b[^>]*\\bid=\"" + Pattern.quote(id) + "\"[^>]*>")
                    .matcher(html);
            if (!tag.find()) {
                throw new IllegalStateException("no element " + id + " on " + uri);
            }
            Matcher next = Pattern.compile("<(/?)" + tag.group(1) + "\\b[^>]*>").matcher(html);
            int depth = 1;
            int at = tag.end();
            while (depth > 0 && next.find(at)) {
                depth += next.group(1).isEmpty() ? 1 : -1;
                at = next.end();
            }
            return HtmlUtils.htmlUnescape(html.substring(tag.end(), at).replaceAll("<[^>]*>", " "))
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        String attribute(String id, String name) {
            Matcher tag = Pattern.compile("<[a-z0-9]+\\b([^>]*\\bid=\"" + Pattern.quote(id) + "\"[^>]*)>")
                    .matcher(html);
            if (!tag.find()) {
                throw new IllegalStateException("no element " + id + " on " + uri);
            }
            return attributes(tag.group(1)).getOrDefault(name, "");
        }

        /** The fields of the form around the element with this id, as a browser would send them. */
        Map<String, String> form(String id) {
            int at = html.indexOf("id=\"" + id + "\"");
            int start = html.lastIndexOf("<form", at);
            String form = html.substring(start, html.indexOf("</form>", at));
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher field = FIELD.matcher(form);
            while (field.find()) {
                Map<String, String> attributes = attributes(field.group(2));
                String type = attributes.getOrDefault("type", "");
                boolean unchecked = type.equals("radio") && !attributes.containsKey("checked");
                if (!attributes.containsKey("name") || unchecked || type.equals("file")) {
                    continue;
                }
                // A line break at the beginning of a text area is not part of its value.
                String value = field.group(1).equals("textarea")
                        ? String.valueOf(field.group(3)).replaceFirst("^\n", "")
                        : attributes.getOrDefault("value", "");
                fields.put(attributes.get("name"), HtmlUtils.htmlUnescape(value));
            }
            return fields;
        }

        /** Where the form around the element with this id is sent. */
        String action(String id) {
            int at = html.indexOf("id=\"" + id + "\"");
            int start = html.lastIndexOf("<form", at);
            String own = attribute(id, "formaction");
            return own.isEmpty()
                    ? attributes(html.substring(start, html.indexOf('>', start)))
                            .get("action")
                    : own;
        }

        private static Map<String, String> attributes(String tag) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(tag);
            while (attribute.find()) {
                attributes.put(attribute.group(1), attribute.group(2) == null ? "" : attribute.group(2));
            }
            return attributes;
        }
    }

    /** Signs one of the sandbox people in. */
    static StaffBrowser of(TestService service, String person) {
        StaffBrowser browser = new StaffBrowser(service);
        Page page = browser.open("/staff/sign-in?lang=en");
        browser.send(page, "sign-in-" + person, Map.of());
        return browser;
    }

    Page open(String path) {
        return exchange(HttpRequest.newBuilder(service.staffUri(path)));
    }

    /** Presses a button after typing. */
    Page send(Page page, String button, Map<String, String> typed) {
        Map<String, String> fields = page.form(button);
        fields.putAll(typed);
        return post(page.action(button), fields);
    }

    Page post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                .collect(Collectors.joining("&"));
        return exchange(HttpRequest.newBuilder(service.staffUri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Presses the button of a form with files. */
    Page upload(Page page, String button, Map<String, String> typed, Map<String, byte[]> files) {
        Map<String, String> fields = page.form(button);
        fields.putAll(typed);
        return multipart(page.action(button), fields, files);
    }

    Page multipart(String path, Map<String, String> fields, Map<String, byte[]> files) {
        String boundary = "----stadttor";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, content) -> {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                            + "\"; filename=\"c.crt\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return exchange(HttpRequest.newBuilder(service.staffUri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Whatever a program sends that is no browser. */
    Page body(String path, String type, HttpRequest.BodyPublisher body) {
        return exchange(HttpRequest.newBuilder(service.staffUri(path))
                .header("Content-Type", type)
                .POST(body));
    }

    private Page exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            // Not left to the client: it would send the type of the form with the next page.
            if (response.statusCode() / 100 == 3) {
                URI next = response.uri()
                        .resolve(response.headers().firstValue("Location").orElseThrow());
                return exchange(HttpRequest.newBuilder(next));
            }
            return new Page(response.uri(), response.statusCode(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
