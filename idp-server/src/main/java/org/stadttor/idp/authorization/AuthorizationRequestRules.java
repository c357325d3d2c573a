// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.authorization.InvalidAuthorizationRequestException.Reason;
import org.stadttor.idp.relyingparty.RedirectUris;
import org.stadttor.idp.relyingparty.RegistrationRules;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.wallet.pid.PidAttribute;

/**
 * What an authorization request must look like. Each rule is one line of {@link #validate}.
 *
 * <p>Never ignored: {@code request}, {@code request_uri}, {@code registration}, {@code response_mode}, {@code prompt},
 * {@code max_age}, {@code id_token_hint}. {@code prompt=login} and {@code max_age} are always satisfied, because each login
 * is a fresh presentation by the wallet; so are {@code consent} and {@code select_account}, because the wallet asks its
 * holder each time. Hints that may be ignored are: {@code acr_values} (voluntary), {@code claims} (not supported),
 * {@code display}, {@code login_hint}, {@code claims_locales} and unknown parameters.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest">OpenID Connect Core 1.0, 3.1.2.1</a>
 * @see <a href="https://openid.net/specs/fapi-security-profile-2_0-final.html">FAPI 2.0 Security Profile, 5.3.2.2</a>
 */
public final class AuthorizationRequestRules {

    private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7e]*");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account");
    private static final int STATE_LIMIT = 4096;
    private static final int NONCE_LIMIT = 255;

    private final IdTokenHints hints;

    public AuthorizationRequestRules(IdTokenHints hints) {
        this.hints = hints;
    }

    /**
     * Validates the parameters that an authenticated relying party has pushed.
     *
     * @throws InvalidAuthorizationRequestException with the reason of the first rule that is broken
     */
    public AuthorizationRequest validate(Map<String, List<String>> parameters, RelyingParty relyingParty) {
        requireNoRepetition(parameters);
        Parameters p = new Parameters(parameters);
        p.requireAbsent("request", Reason.REQUEST_OBJECT);
        p.requireAbsent("request_uri", Reason.REQUEST_URI);
        p.requireAbsent("registration", Reason.REGISTRATION);
        p.requireAbsentOr("client_id", relyingParty.clientId().value(), Reason.CLIENT_ID_MISMATCH);
        p.requirePresent("response_type", Reason.RESPONSE_TYPE_MISSING);
        p.requireAbsentOr("response_type", "code", Reason.RESPONSE_TYPE);
        p.requireAbsentOr("response_mode", "query", Reason.RESPONSE_MODE);
        String redirectUri = requireRedirectUri(p.text("redirect_uri"), relyingParty);
        Set<Scope> scopes = requireScopes(p.text("scope"), relyingParty);
        p.requirePresent("code_challenge_method", Reason.CODE_CHALLENGE_METHOD);
        p.requireAbsentOr("code_challenge_method", "S256", Reason.CODE_CHALLENGE_METHOD);
        String challenge = p.requireForm("code_challenge", CHALLENGE, Reason.CODE_CHALLENGE);
        p.requireLength("state", STATE_LIMIT, Reason.STATE);
        p.requireLength("nonce", NONCE_LIMIT, Reason.NONCE);
        boolean silent = requirePrompts(p.text("prompt"));
        requireMaxAge(p.text("max_age"));
        List<Locale> locales = requireLocales(p.text("ui_locales"));
        String subject = expectedSubject(p.text("id_token_hint"), relyingParty);
        return new AuthorizationRequest(
                relyingParty.clientId(),
                redirectUri,
                scopes,
                requireAttributes(scopes, relyingParty),
                challenge,
                p.text("state"),
                p.text("nonce"),
                locales,
                silent,
                subject);
    }

    private static void requireNoRepetition(Map<String, List<String>> parameters) {
        if (parameters.values().stream().anyMatch(values -> values.size() != 1)) {
            throw new InvalidAuthorizationRequestException(Reason.PARAMETER_REPEATED);
        }
        if (parameters.size() > 50
                || parameters.values().stream()
                        .anyMatch(values -> !VISIBLE.matcher(values.getFirst()).matches())) {
            throw new InvalidAuthorizationRequestException(Reason.PARAMETER_MALFORMED);
        }
    }

    private static String requireRedirectUri(@Nullable String text, RelyingParty relyingParty) {
        if (text == null || !RedirectUris.contains(relyingParty.redirectUris(), text)) {
            throw new InvalidAuthorizationRequestException(Reason.REDIRECT_URI);
        }
        return text;
    }

    private static Set<Scope> requireScopes(@Nullable String text, RelyingParty relyingParty) {
        Set<Scope> asked = text == null ? Set.of() : Scope.known(Arrays.asList(text.split(" ", -1)));
        if (!asked.contains(Scope.OPENID)) {
            throw new InvalidAuthorizationRequestException(Reason.SCOPE_WITHOUT_OPENID);
        }
        return Scope.granted(asked, relyingParty);
    }

    private static Set<PidAttribute> requireAttributes(Set<Scope> scopes, RelyingParty relyingParty) {
        Set<PidAttribute> attributes = EnumSet.noneOf(PidAttribute.class);
        attributes.addAll(Scope.released(scopes, relyingParty));
        if (relyingParty.matching() == RelyingParty.Matching.ACCOUNT) {
            attributes.addAll(RegistrationRules.matchingAttributes(relyingParty));
        }
        if (attributes.isEmpty()) {
            throw new InvalidAuthorizationRequestException(Reason.SCOPE_WITHOUT_ATTRIBUTES);
        }
        return attributes;
    }

    private static boolean requirePrompts(@Nullable String text) {
        List<String> prompts = text == null ? List.of() : Arrays.asList(text.split(" ", -1));
        boolean silent = prompts.contains("none");
        if (!PROMPTS.containsAll(prompts) || (silent && prompts.size() > 1)) {
            throw new InvalidAuthorizationRequestException(Reason.PROMPT);
        }
        return silent;
    }

    private static void requireMaxAge(@Nullable String text) {
        if (text != null && !SECONDS.matcher(text).matches()) {
            throw new InvalidAuthorizationRequestException(Reason.MAX_AGE);
        }
    }

    private static List<Locale> requireLocales(@Nullable String text) {
        List<String> tags = text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
        if (tags.size() > 20
                || !tags.stream().allMatch(tag -> LANGUAGE_TAG.matcher(tag).matches())) {
            throw new InvalidAuthorizationRequestException(Reason.UI_LOCALES);
        }
        return tags.stream().map(Locale::forLanguageTag).toList();
    }

    private @Nullable String expectedSubject(@Nullable String hint, RelyingParty relyingParty) {
        return hint == null
                ? null
                : hints.subject(hint, relyingParty.clientId())
                        .orElseThrow(() -> new InvalidAuthorizationRequestException(Reason.ID_TOKEN_HINT));
    }

    /** The parameters, each at most once. */
    private record Parameters(Map<String, List<String>> values) {

        @Nullable
        String text(String name) {
            List<String> value = values.get(name);
            return value == null ? null : value.getFirst();
        }

        void requireAbsent(String name, Reason reason) {
            if (values.containsKey(name)) {
                throw new InvalidAuthorizationRequestException(reason);
            }
        }

        void requirePresent(String name, Reason reason) {
            if (!values.containsKey(name)) {
                throw new InvalidAuthorizationRequestException(reason);
            }
        }

        void requireAbsentOr(String name, String expected, Reason reason) {
            String value = text(name);
            if (value != null && !value.equals(expected)) {
                throw new InvalidAuthorizationRequestException(reason);
            }
        }

        String requireForm(String name, Pattern form, Reason reason) {
            String value = text(name);
            if (value == null || !form.matcher(value).matches()) {
                throw new InvalidAuthorizationRequestException(reason);
            }
            return value;
        }

        void requireLength(String name, int limit, Reason reason) {
            String value = text(name);
            if (value != null && value.length() > limit) {
                throw new InvalidAuthorizationRequestException(reason);
            }
        }
    }
}
