// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/**
 * What the verifier said to an answer.
 *
 * @param status HTTP status
 * @param body as received
 */
public record VerifierAnswer(int status, String body) {

    /** Whether the verifier took the answer. */
    public boolean accepted() {
        return status == 200;
    }

    /** Where the browser goes on. */
    public Optional<URI> redirectUri() {
        return member("redirect_uri").map(URI::create);
    }

    /** The error code of the verifier. */
    public Optional<String> error() {
        return member("error");
    }

    private Optional<String> member(String name) {
        try {
            Map<String, Object> json = JSONObjectUtils.parse(body);
            return json.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
