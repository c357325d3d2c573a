// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

/**
 * How a wallet is asked to fetch the request object.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 5.10</a>
 */
public enum RequestUriMethod {
    GET("get"),
    POST("post");

    private final String value;

    RequestUriMethod(String value) {
        this.value = value;
    }

    /** The value of the parameter; case-sensitive. */
    public String value() {
        return value;
    }
}
