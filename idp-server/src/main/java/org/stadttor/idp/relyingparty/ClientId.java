// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.util.regex.Pattern;

/**
 * The OAuth client identifier of a relying party; chosen by Stadttor, so it can never look like a subject.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.2">RFC 6749, section 2.2</a>
 */
public record ClientId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,99}");

    public ClientId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a client id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
