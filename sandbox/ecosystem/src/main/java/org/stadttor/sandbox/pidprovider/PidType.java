// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

/**
 * The shapes of a PID that the sandbox issues.
 *
 * @see <a href="https://github.com/eu-digital-identity-wallet/eudi-doc-attestation-rulebooks-catalog">PID rulebook 1.7,
 *     section 4.1</a>
 */
public enum PidType {
    /** The base type. */
    EU("urn:eudi:pid:1"),
    /** The domestic type of Germany: upper case, empty strings for what is unknown, no {@code iat}. */
    DE("urn:eudi:pid:de:1");

    private final String vct;

    PidType(String vct) {
        this.vct = vct;
    }

    /** The credential type. */
    public String vct() {
        return vct;
    }
}
