// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.wallet.pid.PersonIdentification;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationId;
import org.stadttor.wallet.presentation.Presentations;
import org.stadttor.wallet.presentation.TestAnswers;

/** A relying party of its own with logins in whatever step a test needs, and what browsers and wallets do with them. */
final class Scene {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    final TestIdp idp;
    final TestRelyingParty party;
    final String anchor;
    private final TestBrowser browser = new TestBrowser();

    Scene(TestIdp idp) {
        int number = NUMBER.incrementAndGet();
        this.idp = idp;
        this.anchor = "anchor-" + number;
        this.party = TestRelyingParty.register(idp, "scene-" + number);
        idp.bean(TestIssuers.class).trust(anchor);
    }

    PersonIdentification person() {
        return TestBrowser.issuedBy(anchor);
    }

    String requestUri() {
        return party.pushed(idp, party.request());
    }

    String code() {
        return new TestBrowser().login(idp, party, person());
    }

    String accessToken() {
        return TestRelyingParty.json(party.redeem(idp, code()))
                .get("access_token")
                .stringValue();
    }

    HttpResponse<String> authorize(String requestUri) {
        return browser.open(idp, party.clientId(), requestUri);
    }

    /** A login whose first page this browser has seen. */
    String handle() {
        String handle = browser.handle(idp, party.clientId(), requestUri());
        page("/login?request=" + handle);
        return handle;
    }

    /** A login to which a wallet has answered. */
    String answered(Flow flow) {
        String handle = handle();
        if (flow == Flow.CROSS_DEVICE) {
            page("/login/other-device?request=" + handle);
        }
        TestAnswers.answer(idp.bean(Presentations.class), presentation(flow), person());
        return handle;
    }

    /** The response code of a login to which a wallet has answered on this device. */
    String responseCode() {
        var _ = handle();
        return Objects.requireNonNull(
                TestAnswers.answer(idp.bean(Presentations.class), presentation(Flow.SAME_DEVICE), person()));
    }

    private PresentationId presentation(Flow flow) {
        return new PresentationId(idp.bean(JdbcClient.class)
                .sql("SELECT id FROM wallet.presentation WHERE on_behalf_of = ? AND flow = ?")
                .params(party.clientId(), flow.name().toLowerCase(Locale.ROOT))
                .query(UUID.class)
                .single());
    }

    /** Where a wallet fetches the request of a new login. */
    String walletRequest() {
        Matcher link = Pattern.compile("request_uri=([^&\"]+)")
                .matcher(page("/login/other-device?request=" + handle()).body());
        if (!link.find()) {
            throw new AssertionError("no link for a wallet");
        }
        return URI.create(java.net.URLDecoder.decode(link.group(1), StandardCharsets.UTF_8))
                .getRawPath();
    }

    /** The answer of a wallet that declines, as a form. */
    Map<String, String> declined(String walletRequest) throws java.text.ParseException {
        var claims =
                com.nimbusds.jwt.SignedJWT.parse(page(walletRequest).body()).getJWTClaimsSet();
        return Map.of(
                "path",
                URI.create(claims.getStringClaim("response_uri")).getRawPath(),
                "error",
                "access_denied",
                "state",
                claims.getStringClaim("state"));
    }

    HttpResponse<String> page(String path) {
        return TestRelyingParty.send(request(path).build());
    }

    /** A page, through redirects within the login. */
    HttpResponse<String> followed(String path) {
        HttpResponse<String> response = page(path);
        for (int i = 0; i < 5; i++) {
            String location = response.headers().firstValue("Location").orElse("");
            if (!location.startsWith("/login") && !location.startsWith(TestIdp.ISSUER + "/login")) {
                return response;
            }
            response = page(location.replace(TestIdp.ISSUER, ""));
        }
        return response;
    }

    /** A form of the login page. */
    HttpResponse<String> post(String path, String handle, String csrf) {
        return TestRelyingParty.send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        TestRelyingParty.form(Map.of("request", handle, "flow", "same_device", "_csrf", csrf))))
                .build());
    }

    String csrf(String handle) {
        Matcher token = TOKEN.matcher(page("/login?request=" + handle).body());
        if (!token.find()) {
            throw new AssertionError("no token");
        }
        return token.group(1);
    }

    /** The first thing that live events say. */
    String firstEvent(String handle, String flow) {
        try {
            HttpResponse<java.io.InputStream> stream = HTTP.send(
                    request("/login/events?request=" + handle + "&flow=" + flow).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (line != null && !line.startsWith("data:")) {
                    line = lines.readLine();
                }
                return line == null ? "" : line;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(idp.uri(path)).header("Accept", "text/html,*/*");
        return browser.binding() == null
                ? request
                : request.header("Cookie", "stadttor=" + browser.binding().cookieValue());
    }
}
