// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The staff port: apart from the lists, signed in or turned away. */
class StaffPortTest {

    private static TestService service;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @BeforeAll
    static void start() {
        service =
                TestService.start(TestService.Roles.create(), TestKey.create("Signer"), new MutableClock(TestKey.NOW));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void rejects_staff_pages_on_the_port_of_the_lists() throws Exception {
        assertThat(get(service.uri("/staff/sign-in")).statusCode()).isEqualTo(404);
        assertThat(get(service.uri("/admin")).statusCode()).isEqualTo(404);
        assertThat(get(service.uri("/%61dmin")).statusCode()).isEqualTo(404);
    }

    @Test
    void rejects_lists_on_the_staff_port() throws Exception {
        assertThat(get(service.staffUri("/lists/pid-providers")).statusCode()).isEqualTo(404);
        assertThat(get(service.staffUri("/actuator/health")).statusCode()).isEqualTo(404);
    }

    @Test
    void leads_strangers_to_the_sign_in() throws Exception {
        assertThat(get(service.staffUri("/admin/anything")).uri().getPath()).isEqualTo("/staff/sign-in");
        assertThat(get(service.staffUri("/")).uri().getPath()).isEqualTo("/staff/sign-in");
    }

    @Test
    void signs_sandbox_people_in_and_out() throws Exception {
        HttpResponse<String> page = get(service.staffUri("/staff/sign-in"));
        HttpResponse<String> home = post(page, "/staff/sandbox-sign-in", "person=anton");
        assertThat(home.uri().getPath()).isEqualTo("/staff");
        assertThat(home.body()).contains("Anton Freigeber");
        assertThat(get(service.staffUri("/admin/not-there")).statusCode()).isEqualTo(403);
        HttpResponse<String> out = post(home, "/staff/sign-out", "x=y");
        assertThat(out.uri().getPath()).isEqualTo("/staff/sign-in");
        assertThat(out.body()).doesNotContain("id=\"signed-in-as\"");
    }

    @Test
    void rejects_forms_without_their_token() throws Exception {
        get(service.staffUri("/staff/sign-in"));
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(service.staffUri("/staff/sandbox-sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("person=anton"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpResponse<String> page, String path, String form)
            throws IOException, InterruptedException {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        return browser.send(
                HttpRequest.newBuilder(service.staffUri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + token.group(1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
