// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.regex.Pattern;

/**
 * A kind of credential that is issued.
 *
 * @param format as in OpenID4VP: {@code dc+sd-jwt}, {@code mso_mdoc}
 * @param type the {@code vct} of an SD-JWT VC, the document type of an mdoc
 */
public record CredentialType(String format, String type) {

    private static final Pattern FORMAT = Pattern.compile("[a-z0-9][a-z0-9+._-]{0,49}");
    private static final Pattern TYPE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    public CredentialType {
        if (!FORMAT.matcher(format).matches()) {
            throw new IllegalArgumentException("issuer details: credentials: not a format");
        }
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("issuer details: credentials: not a type");
        }
    }
}
