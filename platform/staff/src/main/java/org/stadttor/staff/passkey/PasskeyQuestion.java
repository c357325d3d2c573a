// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

/**
 * What a page asks an authenticator.
 *
 * @param ticket goes into the form beside the answer
 * @param options of {@code navigator.credentials}, as JSON, bytes in base64url
 */
public record PasskeyQuestion(String ticket, String options) {

    /** Without the ticket. */
    @Override
    public String toString() {
        return "PasskeyQuestion";
    }
}
