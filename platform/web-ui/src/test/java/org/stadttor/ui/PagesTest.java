// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

class PagesTest {

    private static ConfigurableApplicationContext application;
    private static String base;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(SampleApplication.class)
                .properties("server.port=0", "spring.web.resources.add-mappings=false")
                .run();
        base = "http://localhost:"
                + ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Nested
    class Page {

        @Test
        void has_frame_and_content() throws Exception {
            String page = get("/plain", "Accept-Language", "de").body();

            assertThat(page.stripLeading())
                    .startsWith("<!DOCTYPE html>")
                    .contains("<html lang=\"de\"")
                    .contains("<title>Überschrift – Beispiel</title>")
                    .contains("href=\"#main\"")
                    .contains("<main id=\"main\"")
                    .contains("keine amtliche Website")
                    .contains("https://stadt.example/barrierefreiheit")
                    .doesNotContain("<script", "style=\"", "onclick", "th:", "SPDX");
        }

        @Test
        void has_components() throws Exception {
            String page = get("/components", "Accept-Language", "de").body();

            assertThat(page.stripLeading())
                    .contains("kern-alert kern-alert--warning")
                    .contains("aria-describedby=\"mail-hint mail-error\"")
                    .contains("name=\"_csrf\"")
                    .contains("<dt class=\"kern-description-list-item__key\">Name</dt>")
                    .doesNotContain("th:");
        }

        @Test
        void adds_to_head() throws Exception {
            assertThat(get("/live").body())
                    .contains("/live.js\" defer")
                    .contains("<noscript><meta http-equiv=\"refresh\"");
        }
    }

    @Nested
    class Language {

        @Test
        void follows_the_browser() throws Exception {
            assertThat(get("/plain", "Accept-Language", "fr, en-GB;q=0.8").body())
                    .contains("<html lang=\"en\"");
        }

        @Test
        void is_german_where_nothing_fits() throws Exception {
            assertThat(get("/plain").body()).contains("<html lang=\"de\"");
            assertThat(get("/plain", "Accept-Language", "fr").body()).contains("<html lang=\"de\"");
        }

        @Test
        void prefers_the_parameter_and_remembers_it() throws Exception {
            HttpResponse<String> page = get("/plain?a=1&lang=en", "Accept-Language", "de");

            assertThat(page.body()).contains("<html lang=\"en\"").contains("href=\"?a=1&amp;lang=de\"");
            assertThat(page.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie)
                            .startsWith("stadttor-lang=en;")
                            .contains("HttpOnly")
                            .contains("SameSite=Lax"));
            assertThat(get("/plain", "Cookie", "stadttor-lang=en").body()).contains("<html lang=\"en\"");
        }

        @Test
        void ignores_an_unknown_parameter() throws Exception {
            HttpResponse<String> page = get("/plain?lang=%3Cscript%3E");

            assertThat(page.body()).contains("<html lang=\"de\"").doesNotContain("<script>");
            assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        }

        @Test
        void leaves_the_body_to_the_handler() throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/raw"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("a=1&lang=en"))
                    .build();

            assertThat(CLIENT.send(request, BodyHandlers.ofString()).body()).isEqualTo("a=1&lang=en");
        }

        @Test
        void lets_the_application_prefer_some() throws Exception {
            assertThat(get("/preferred", "Accept-Language", "de").body()).contains("<html lang=\"en\"");
            assertThat(get("/preferred", "Cookie", "stadttor-lang=de").body()).contains("<html lang=\"de\"");
        }
    }

    @Nested
    class Headers {

        @Test
        void forbid_everything_by_default() throws Exception {
            HttpResponse<String> page = get("/plain");

            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .contains("default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
                            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(page.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("same-origin");
            assertThat(page.headers().firstValue("Permissions-Policy"))
                    .hasValueSatisfying(v -> assertThat(v).contains("geolocation=()"));
            assertThat(page.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(v -> assertThat(v).contains("no-store"));
        }

        @Test
        void open_for_the_page_that_asked() throws Exception {
            assertThat(get("/live").headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .endsWith("form-action 'self' https://portal.example:8443 com.example.app:; "
                                    + "script-src 'self'; connect-src 'self'"));
        }
    }

    @Nested
    class Asset {

        @Test
        void is_kept_for_ever_under_its_version() throws Exception {
            String path = application.getBean(Assets.class).path("stadttor.css");

            HttpResponse<String> asset = get(path);

            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
            assertThat(asset.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(v -> assertThat(v).startsWith("text/css"));
        }

        @Test
        void of_another_release_is_not_kept() throws Exception {
            HttpResponse<String> asset = get("/ui/0000000000000000/kern/kern.min.css");

            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control")).contains("no-store");
        }

        @Test
        void outside_of_the_folder_does_not_exist() throws Exception {
            assertThat(get("/ui/0/..%2f..%2fmessages/ui.properties").statusCode())
                    .isIn(400, 404);
            assertThat(get("/ui/0/nothing.css").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class ErrorPage {

        @Test
        void says_nothing_from_the_inside() throws Exception {
            HttpResponse<String> page = get("/broken", "Accept", "text/html");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body())
                    .contains("Bei uns ist ein Fehler aufgetreten")
                    .doesNotContain("secret detail", "IllegalState");
        }

        @Test
        void is_translated() throws Exception {
            HttpResponse<String> page = get("/nowhere?lang=en", "Accept", "text/html");

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("This page does not exist").contains("<html lang=\"en\"");
        }

        @Test
        void is_json_for_programs() throws Exception {
            HttpResponse<String> answer = get("/nowhere", "Accept", "application/json");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("{\"status\":404}");
        }

        @Test
        void is_not_there_without_an_error() throws Exception {
            assertThat(get("/error", "Accept", "text/html").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
