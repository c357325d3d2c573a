// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.stadttor.staff.oidc.OpenIdRefusedException;
import org.stadttor.staff.oidc.OpenIdRefusedException.Reason;
import org.stadttor.staff.oidc.ProviderHttp;

/**
 * Asks the provider that the operator has named in the settings. Not the client for addresses that strangers name: the
 * operator's provider usually stands in the internal network, which that one never enters. No redirects, little time,
 * small answers, https (or this machine, in the sandbox).
 */
public final class JdkProviderHttp implements ProviderHttp, AutoCloseable {

    private static final int LARGEST = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final boolean loopbackAllowed;

    /** With or without leave to use plain http on this machine. */
    public JdkProviderHttp(boolean loopbackAllowed) {
        this.loopbackAllowed = loopbackAllowed;
    }

    @Override
    public String get(URI address) {
        return send(request(address).GET().build(), Reason.PROVIDER_METADATA_INVALID);
    }

    @Override
    public String post(URI address, Map<String, String> form, String clientId, String clientSecret) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        // RFC 6749, section 2.3.1: both are form-encoded before they become Basic.
        String basic = Base64.getEncoder()
                .encodeToString((encode(clientId) + ":" + encode(clientSecret)).getBytes(StandardCharsets.UTF_8));
        return send(
                request(address)
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                Reason.CODE_REFUSED);
    }

    private HttpRequest.Builder request(URI address) {
        boolean loopback = loopbackAllowed
                && "http".equals(address.getScheme())
                && ("localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost()));
        if (!loopback && !"https".equals(address.getScheme())) {
            throw new OpenIdRefusedException(Reason.PROVIDER_METADATA_INVALID);
        }
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "application/json");
    }

    private String send(HttpRequest request, Reason otherwise) {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (response.statusCode() != 200 || bytes.length > LARGEST) {
                    throw new OpenIdRefusedException(otherwise);
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new OpenIdRefusedException(Reason.PROVIDER_UNREACHABLE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OpenIdRefusedException(Reason.PROVIDER_UNREACHABLE, e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
