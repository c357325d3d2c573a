// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.authorization.Scope;
import org.stadttor.idp.relyingparty.RelyingParty;

/** Use case: writes a sample with the settings a service is live with. */
public final class WriteSample {

    /** What means nothing special in any language of the samples; else the place stays empty for people to fill. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9:/?&=._~%+,@-]{1,2000}");

    private final Issuer issuer;

    public WriteSample(Issuer issuer) {
        this.issuer = issuer;
    }

    /** The text of the file. */
    public String write(Sample sample, RelyingParty service) {
        String text = template(sample);
        for (Map.Entry<String, String> entry : settings(service).entrySet()) {
            text = text.replace("${" + entry.getKey() + "}", entry.getValue());
        }
        return text;
    }

    private Map<String, String> settings(RelyingParty service) {
        URI redirectUri = service.redirectUris().getFirst();
        String scope = scope(service);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("issuer", issuer.toString());
        settings.put("client_id", harmless(service.clientId().value(), "YOUR-CLIENT-ID"));
        settings.put("redirect_uri", harmless(redirectUri.toString(), "YOUR-REDIRECT-URI"));
        settings.put("redirect_path", harmless(redirectUri.getPath(), "/"));
        settings.put("kid", harmless(keyId(service), "YOUR-KEY-ID"));
        settings.put("scope", scope);
        settings.put("scope_list", scope.replace("openid ", "").replace(' ', ','));
        return settings;
    }

    private static String keyId(RelyingParty service) {
        return switch (service.keys()) {
            case RelyingParty.Keys.Inline(var jwks) ->
                jwks.getKeys().isEmpty()
                        ? ""
                        : Objects.requireNonNullElse(jwks.getKeys().getLast().getKeyID(), "");
            case RelyingParty.Keys.ByReference(var uri) -> "";
        };
    }

    /** The scopes that give this service something. */
    private static String scope(RelyingParty service) {
        Set<Scope> useful = new TreeSet<>(Scope.useful(service));
        return Scope.text(useful);
    }

    private static String harmless(String value, String instead) {
        return HARMLESS.matcher(value).matches() ? value : instead;
    }

    private static String template(Sample sample) {
        try (InputStream in = WriteSample.class.getResourceAsStream("/samples/" + sample.file())) {
            return new String(Objects.requireNonNull(in, sample.file()).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
