// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.authorization.AuthorizationRequestRules;
import org.stadttor.idp.authorization.ClientAssertions;
import org.stadttor.idp.authorization.InvalidAuthorizationRequestException;
import org.stadttor.idp.authorization.InvalidClientException;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.authorization.SignedIdTokenHints;
import org.stadttor.idp.authorization.SigningKeys;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.testing.TestDatabase;

/** What the checker says is what the endpoint would do. */
class CheckRequestTest {

    private static TestIdp idp;
    private static TestRelyingParty portal;
    private static CheckRequest check;

    @BeforeAll
    static void start() {
        idp = TestIdp.start(TestDatabase.create());
        portal = TestRelyingParty.register(idp, "portal");
        check = new CheckRequest(
                new AuthorizationRequestRules(
                        new SignedIdTokenHints(idp.bean(SigningKeys.class), idp.bean(Issuer.class))),
                idp.bean(ClientAssertions.class));
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    private static List<String> codes(String pasted) {
        RelyingParty party =
                idp.bean(RelyingParties.class).findLive(new ClientId("portal")).orElseThrow();
        return check.check(party, pasted).stream()
                .map(CheckRequest.Finding::code)
                .toList();
    }

    private static String form(Consumer<Map<String, String>> change) {
        Map<String, String> parameters = portal.request();
        parameters.put("client_assertion", portal.assertion(claims -> {}));
        parameters.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        change.accept(parameters);
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Test
    void finds_nothing_wrong_with_a_good_request() {
        assertThat(codes(form(p -> {}))).isEmpty();
        assertThat(codes(form(p -> {}).replace("&", "\n"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, https://portal.example/callback/, redirect_uri",
        "response_type, token, response_type",
        "response_mode, fragment, response_mode",
        "scope, profile, scope_without_openid",
        "scope, openid, scope_without_attributes",
        "code_challenge, short, code_challenge",
        "code_challenge_method, plain, code_challenge_method",
        "client_id, another, client_id_mismatch",
        "request, eyJ, request_object",
        "registration, '{}', registration",
        "prompt, sometimes, prompt",
        "max_age, soon, max_age",
        "ui_locales, '!', ui_locales",
        "id_token_hint, x.y.z, id_token_hint",
        "claims, '{}', claims_ignored",
        "client_secret, s3cret, client_secret_useless",
        "client_assertion, not-a-jwt, assertion_malformed"
    })
    void names_the_one_thing_that_is_wrong(String parameter, String value, String code) {
        assertThat(codes(form(p -> p.put(parameter, value)))).containsExactly(code);
    }

    @Test
    void finds_everything_at_once() {
        assertThat(codes(form(p -> {
                    p.put("redirect_uri", "https://elsewhere.example/");
                    p.put("response_type", "id_token");
                    p.put("scope", "email");
                    p.remove("code_challenge");
                    p.remove("nonce");
                    p.put("client_assertion", portal.assertion(c -> c.claim("aud", "https://elsewhere.example")));
                })))
                .containsExactlyInAnyOrder(
                        "audience_invalid",
                        "response_type",
                        "redirect_uri",
                        "scope_without_openid",
                        "code_challenge",
                        "nonce_advised");
    }

    @Test
    void uses_no_assertion_up() throws Exception {
        String assertion = portal.assertion(claims -> {});
        Consumer<Map<String, String>> with = p -> p.put("client_assertion", assertion);
        assertThat(codes(form(with))).isEmpty();
        assertThat(codes(form(with))).isEmpty();
    }

    @Test
    void explains_requests_that_were_not_pushed() {
        assertThat(codes("https://login.example/oauth2/authorize?" + form(p -> p.remove("client_assertion"))))
                .containsExactly("not_pushed");
        assertThat(codes("http://localhost:8080/oauth2/authorize?client_id=portal&request_uri=urn%3Ax"))
                .containsExactly("second_step");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "hello", "====", "&&&&", "https://login.example/oauth2/authorize"})
    void says_when_there_is_nothing_to_read(String pasted) {
        assertThat(codes(pasted)).containsExactly("nothing_readable");
    }

    @Test
    void survives_nonsense() {
        assertThat(codes("a=%zz&a=%&=b&" + "x=y&".repeat(10_000))).isNotEmpty();
        assertThat(codes("client_id=portal&client_id=portal&redirect_uri=\u0000\u202e"))
                .contains("parameter_repeated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trial", "trial_en"})
    void has_a_sentence_for_every_finding(String bundle) throws Exception {
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("messages/" + bundle + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        assertThat(sentences.stringPropertyNames())
                .containsAll(Stream.concat(
                                Stream.of(InvalidAuthorizationRequestException.Reason.values())
                                        .map(InvalidAuthorizationRequestException.Reason::code),
                                Stream.of(InvalidClientException.Reason.values())
                                        .map(InvalidClientException.Reason::code))
                        .map(code -> "trial.finding." + code)
                        .toList());
    }
}
