// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.assembly;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stadttor.idp.login.Wallet;
import org.stadttor.sandbox.launcher.registration.RegistrationRefusedException;
import org.stadttor.wallet.openid4vp.RequestUriMethod;
import tools.jackson.databind.JsonNode;

/** A wallet as a JSON file; the members are those of {@link Wallet}. */
final class WalletDocument {
    private static final Set<String> MEMBERS = Set.of("names", "engagement", "request_uri_method");

    private WalletDocument() {}

    /**
     * Reads a document.
     *
     * @throws RegistrationRefusedException if something is missing, unknown or wrong
     */
    static Wallet read(String id, String document) {
        JsonNode root = IssuerDocument.parse(document);
        for (String name : root.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                throw new RegistrationRefusedException("unknown member " + name);
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        root.path("names")
                .properties()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue().asString("")));
        String method = root.path("request_uri_method").asString("get").toUpperCase(Locale.ROOT);
        try {
            return new Wallet(id, names, root.path("engagement").asString(""), RequestUriMethod.valueOf(method));
        } catch (IllegalArgumentException e) {
            throw new RegistrationRefusedException(String.valueOf(e.getMessage()));
        }
    }
}
