// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.net.URI;
import java.util.Objects;

/**
 * The issuer identifier; every address of ours begins with it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-2">RFC 8414, section 2</a>
 */
public record Issuer(URI value) {

    public Issuer {
        Objects.requireNonNull(value);
    }

    /** The address of an end point; the path begins with a slash. */
    public String address(String path) {
        return value + path;
    }

    /** Audience of access tokens: the UserInfo endpoint is the only resource. */
    public String userInfo() {
        return address("/userinfo");
    }

    /** Whether browsers reach us by TLS, so that cookies are Secure. */
    public boolean isHttps() {
        return "https".equals(value.getScheme());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
