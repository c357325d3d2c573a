// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.stadttor.wallet.presentation.BrowserBinding;

/**
 * Handles of pending authorizations. A handle is computed from the browser's secret and the address of the pushed request,
 * so that a reload in the same browser leads to the same login without anything readable being stored.
 */
final class BrowserHolders {

    private static final int HANDLE_LENGTH = 16;

    private BrowserHolders() {}

    static String handle(BrowserBinding browser, String requestUri) {
        byte[] mac = mac(browser, "stadttor pending authorization handle\n" + requestUri);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, HANDLE_LENGTH));
    }

    static AuthorizationRequests.Holder holder(String handle, BrowserBinding browser) {
        return new AuthorizationRequests.Holder(
                new BearerSecret(handle).hash(), mac(browser, "stadttor pending authorization browser"));
    }

    private static byte[] mac(BrowserBinding browser, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(browser.secret(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
