// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadttor.sandbox.wallet.RequestRefusedException.Reason;

/** What the wallet sends to a verifier; follows no redirects. */
final class WalletHttp {

    static final String REQUEST_OBJECT = "application/oauth-authz-req+jwt";
    private static final long LARGEST_BODY = 256 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * Fetches a request object.
     *
     * @param walletNonce sent with POST; null with GET
     */
    String requestObject(EngagementLink link, @Nullable String walletNonce) {
        HttpRequest.Builder request = request(link.requestUri()).header("Accept", REQUEST_OBJECT);
        if (walletNonce != null) {
            form(request, Map.of("wallet_nonce", walletNonce));
        }
        HttpResponse<String> response = send(request.build(), Reason.REQUEST_NOT_REACHABLE);
        if (response.statusCode() != 200) {
            throw new RequestRefusedException(Reason.REQUEST_HTTP_STATUS);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.split(";", 2)[0].strip().equals(REQUEST_OBJECT)) {
            throw new RequestRefusedException(Reason.REQUEST_CONTENT_TYPE);
        }
        return response.body();
    }

    /** Posts an answer. */
    VerifierAnswer post(URI responseUri, Map<String, String> parameters) {
        HttpRequest.Builder request = request(responseUri).header("Accept", "application/json");
        HttpResponse<String> response = send(form(request, parameters).build(), Reason.RESPONSE_NOT_DELIVERED);
        return new VerifierAnswer(response.statusCode(), response.body());
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, Map<String, String> parameters) {
        String body = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest request, Reason failure) {
        try {
            return client.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_BODY));
        } catch (IOException e) {
            throw new RequestRefusedException(failure, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestRefusedException(failure, e);
        }
    }
}
