// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.stadttor.idp.TestIdp;
import org.stadttor.testing.TestDatabase;
import org.stadttor.trustlist.evaluation.TrustRule;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.VerificationCheck;
import org.stadttor.wallet.credential.VerificationExplanation.Outcome;
import org.stadttor.wallet.statuslist.InvalidStatusListException;

/** The page that says check by check what the verifiers make of something. */
class ExplanationPageTest {

    private static TestIdp idp;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @BeforeAll
    static void start() {
        idp = TestIdp.start(TestDatabase.create());
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @Test
    void explains_what_was_pasted_and_keeps_nothing() throws Exception {
        signIn("sami");
        HttpResponse<String> answer = explain(Map.of("kind", "credential", "pasted", "not <b>a</b> credential~"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.body())
                .contains("id=\"refused\"")
                .contains("id=\"check-form\" data-outcome=\"failed\"")
                .contains("id=\"check-issuer_signature\" data-outcome=\"not_reached\"")
                .contains("not &lt;b&gt;a&lt;/b&gt; credential~")
                .doesNotContain("<b>a</b>");
    }

    @Test
    void explains_status_list_tokens() throws Exception {
        signIn("rolf");
        HttpResponse<String> answer = explain(Map.of("kind", "status", "pasted", "e30.e30.e30", "index", "0"));
        assertThat(answer.body()).contains("id=\"check-token_header\" data-outcome=\"failed\"");
    }

    @Test
    void names_what_is_wrong_with_a_field_and_keeps_the_others() throws Exception {
        signIn("alma");
        HttpResponse<String> answer =
                explain(Map.of("kind", "status", "pasted", " ", "index", "minus one", "uri", "https://kept.example"));
        assertThat(answer.body())
                .contains("id=\"pasted-error\"")
                .contains("id=\"index-error\"")
                .contains("value=\"minus one\"")
                .contains("https://kept.example")
                .doesNotContain("id=\"checks\"");
    }

    @Test
    void rejects_people_without_the_role() throws Exception {
        signIn("olga");
        assertThat(get(idp.staffUri("/admin/explain")).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"explanation", "explanation_en"})
    void has_a_sentence_for_everything(String bundle) throws Exception {
        Properties sentences = new Properties();
        try (Reader reader = new java.io.InputStreamReader(
                new ClassPathResource("messages/" + bundle + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        assertThat(sentences.stringPropertyNames())
                .containsAll(keys("explain.reason.", CredentialRejectedException.Reason.values()))
                .containsAll(keys("explain.reason.", InvalidStatusListException.Reason.values()))
                .containsAll(keys("explain.check.", VerificationCheck.values()))
                .containsAll(keys("explain.rule.", TrustRule.values()))
                .containsAll(keys("explain.outcome.", Outcome.values()));
    }

    private static java.util.List<String> keys(String prefix, Enum<?>... values) {
        return Stream.of(values)
                .map(value -> prefix + value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private void signIn(String person) throws IOException, InterruptedException {
        HttpResponse<String> page = get(idp.staffUri("/staff/sign-in"));
        post("/staff/sandbox-sign-in", page, Map.of("person", person));
    }

    private HttpResponse<String> explain(Map<String, String> form) throws IOException, InterruptedException {
        return post("/admin/explain", get(idp.staffUri("/admin/explain")), form);
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, HttpResponse<String> page, Map<String, String> form)
            throws IOException, InterruptedException {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        String body = Stream.concat(form.entrySet().stream(), Map.of("_csrf", token.group(1)).entrySet().stream())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(idp.staffUri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
