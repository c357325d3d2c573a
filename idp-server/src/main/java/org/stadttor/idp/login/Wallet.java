// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.stadttor.wallet.openid4vp.EngagementUri;
import org.stadttor.wallet.openid4vp.RequestUriMethod;

/**
 * A wallet the login page offers.
 *
 * @param id stable; part of the id of its button
 * @param names by BCP 47 language, at least {@code de}
 * @param engagement its endpoint, to which the request is added
 * @param method how it is asked to fetch the request object
 */
public record Wallet(String id, Map<String, String> names, String engagement, RequestUriMethod method) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int NAME_LIMIT = 60;

    public Wallet {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a wallet id has up to 40 lower-case letters, digits, hyphens");
        }
        names = Map.copyOf(names);
        if (!names.containsKey("de") || names.values().stream().anyMatch(Wallet::isUnfit)) {
            throw new IllegalArgumentException("a wallet needs a name in German; names have up to 60 characters");
        }
        EngagementUri.requireEndpoint(engagement);
        Objects.requireNonNull(method);
    }

    private static boolean isUnfit(String name) {
        return name.isBlank() || name.length() > NAME_LIMIT || name.codePoints().anyMatch(Character::isISOControl);
    }
}
