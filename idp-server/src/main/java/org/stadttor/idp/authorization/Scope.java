// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadttor.idp.relyingparty.AttributeEntitlement;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.wallet.pid.PidAttribute;

/**
 * The scopes and the attributes each stands for. A relying party gets of a scope only what it is entitled to.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims">OpenID Connect Core 1.0, section 5.4</a>
 */
public enum Scope {
    OPENID("openid"),
    PROFILE("profile"),
    ADDRESS("address"),
    /** What of a PID has no scope in OpenID Connect. */
    IDENTITY("identity");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    private Set<PidAttribute> attributes() {
        return switch (this) {
            case OPENID -> EnumSet.noneOf(PidAttribute.class);
            case PROFILE -> EnumSet.of(PidAttribute.FAMILY_NAME, PidAttribute.GIVEN_NAME, PidAttribute.BIRTHDATE);
            case ADDRESS -> EnumSet.of(PidAttribute.ADDRESS);
            case IDENTITY ->
                EnumSet.of(
                        PidAttribute.PLACE_OF_BIRTH,
                        PidAttribute.NATIONALITIES,
                        PidAttribute.BIRTH_FAMILY_NAME,
                        PidAttribute.BIRTH_GIVEN_NAME,
                        PidAttribute.PERSONAL_ADMINISTRATIVE_NUMBER,
                        PidAttribute.TITLE,
                        PidAttribute.ALSO_KNOWN_AS);
        };
    }

    /** The scope value. */
    public String value() {
        return value;
    }

    /** The scopes among these values; values that nobody knows are left out (OpenID Connect Core, 3.1.2.1). */
    static Set<Scope> known(Collection<String> values) {
        return Arrays.stream(values())
                .filter(scope -> values.contains(scope.value))
                .collect(Collectors.toSet());
    }

    /** Those of the scopes that give this relying party anything; always {@code openid}. */
    static Set<Scope> granted(Set<Scope> asked, RelyingParty relyingParty) {
        Set<PidAttribute> entitled = entitled(relyingParty);
        return asked.stream()
                .filter(scope -> scope == OPENID || scope.attributes().stream().anyMatch(entitled::contains))
                .collect(Collectors.toSet());
    }

    /** All scopes that give this relying party anything. */
    public static Set<Scope> useful(RelyingParty relyingParty) {
        return granted(EnumSet.allOf(Scope.class), relyingParty);
    }

    /** What these scopes release to this relying party: the intersection with its entitlements. */
    static Set<PidAttribute> released(Set<Scope> granted, RelyingParty relyingParty) {
        Set<PidAttribute> entitled = entitled(relyingParty);
        return granted.stream()
                .flatMap(scope -> scope.attributes().stream())
                .filter(entitled::contains)
                .collect(Collectors.toSet());
    }

    /** The form in requests and tokens, in a stable order. */
    public static String text(Set<Scope> scopes) {
        return Arrays.stream(values())
                .filter(scopes::contains)
                .map(Scope::value)
                .collect(Collectors.joining(" "));
    }

    /** Reads what {@link #text} wrote. */
    public static Set<Scope> parse(String text) {
        return known(new LinkedHashSet<>(Arrays.asList(text.split(" ", -1))));
    }

    private static Set<PidAttribute> entitled(RelyingParty relyingParty) {
        return relyingParty.entitlements().stream()
                .map(AttributeEntitlement::attribute)
                .collect(Collectors.toSet());
    }
}
