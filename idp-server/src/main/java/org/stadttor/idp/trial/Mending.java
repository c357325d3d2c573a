// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.authorization.InvalidAuthorizationRequestException.Reason;
import org.stadttor.idp.relyingparty.RelyingParty;

/** Makes right what one rule has refused, so that the next rule can be asked. */
final class Mending {

    private static final String ANY_CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private Mending() {}

    static void mend(Map<String, List<String>> parameters, Reason reason, RelyingParty relyingParty) {
        switch (reason) {
            case PARAMETER_REPEATED -> parameters.replaceAll((name, values) -> List.of(values.getFirst()));
            case PARAMETER_MALFORMED ->
                parameters.values().removeIf(values -> !values.getFirst().matches("[\\x20-\\x7e]*"));
            case CLIENT_ID_MISMATCH ->
                set(parameters, "client_id", relyingParty.clientId().value());
            case RESPONSE_TYPE_MISSING, RESPONSE_TYPE -> set(parameters, "response_type", "code");
            case REDIRECT_URI ->
                set(
                        parameters,
                        "redirect_uri",
                        relyingParty.redirectUris().getFirst().toString());
            case SCOPE_WITHOUT_OPENID, SCOPE_WITHOUT_ATTRIBUTES ->
                set(parameters, "scope", "openid profile address identity");
            case CODE_CHALLENGE -> set(parameters, "code_challenge", ANY_CHALLENGE);
            case CODE_CHALLENGE_METHOD -> set(parameters, "code_challenge_method", "S256");
            case REQUEST_OBJECT -> parameters.remove("request");
            case REQUEST_URI, REGISTRATION, RESPONSE_MODE, STATE, NONCE, PROMPT, MAX_AGE, UI_LOCALES, ID_TOKEN_HINT ->
                parameters.remove(name(reason));
        }
    }

    /** The value a rule was asked about; a repeated or odd parameter by its name. */
    static @Nullable String shown(Map<String, List<String>> parameters, Reason reason) {
        return switch (reason) {
            case PARAMETER_REPEATED -> names(parameters, true);
            case PARAMETER_MALFORMED -> names(parameters, false);
            case CLIENT_ID_MISMATCH -> value(parameters, "client_id");
            case RESPONSE_TYPE_MISSING -> null;
            case SCOPE_WITHOUT_OPENID, SCOPE_WITHOUT_ATTRIBUTES -> value(parameters, "scope");
            case REQUEST_OBJECT, ID_TOKEN_HINT -> null;
            case RESPONSE_TYPE,
                    REDIRECT_URI,
                    CODE_CHALLENGE,
                    CODE_CHALLENGE_METHOD,
                    REQUEST_URI,
                    REGISTRATION,
                    RESPONSE_MODE,
                    STATE,
                    NONCE,
                    PROMPT,
                    MAX_AGE,
                    UI_LOCALES -> value(parameters, name(reason));
        };
    }

    private static String name(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private static String names(Map<String, List<String>> parameters, boolean repeated) {
        return CheckRequest.shortened(parameters.entrySet().stream()
                .filter(entry -> repeated
                        ? entry.getValue().size() != 1
                        : !entry.getValue().getFirst().matches("[\\x20-\\x7e]*"))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", ")));
    }

    private static @Nullable String value(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : CheckRequest.shortened(values.getFirst());
    }

    private static void set(Map<String, List<String>> parameters, String name, String value) {
        parameters.put(name, List.of(value));
    }
}
