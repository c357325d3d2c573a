// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.util.Locale;

/** The checks of a verification as people are told about them, in the order in which they are made. */
public enum VerificationCheck {
    /** Length, parts, encoding. */
    FORM("RFC 9901, 4"),
    /** Type, certificates, algorithm in the header. */
    HEADER("SD-JWT VC, 2.2.1; HAIP 1.0, 6.1.1"),
    /** The chain belongs to a listed issuer. */
    ISSUER("ETSI TS 119 602, D; RFC 5280, 6"),
    /** The issuer signed it. */
    ISSUER_SIGNATURE("RFC 7515, 5.2"),
    /** Each disclosure belongs to a digest, none twice. */
    DISCLOSURES("RFC 9901, 7.1"),
    /** Now lies within its validity. */
    VALIDITY("RFC 7519, 4.1.4 and 4.1.5"),
    /** It is one of the types that are accepted. */
    TYPE("SD-JWT VC, 2.2.2.1"),
    /** It names the holder's key. */
    HOLDER_KEY("RFC 9901, 4.1.2; HAIP 1.0, 6.1"),
    /** If it names its verifiers, this is one. */
    AUDIENCE("RFC 7519, 4.1.3"),
    /** The holder's key signed the presentation. */
    KEY_BINDING_SIGNATURE("RFC 9901, 7.3 (5)"),
    /** It answers the request that was made. */
    KEY_BINDING_REQUEST("OpenID4VP 1.0, 14.1.1"),
    /** It was signed for this request and lately. */
    KEY_BINDING_TIME("RFC 9901, 7.3 (5)"),
    /** It is about exactly these characters. */
    KEY_BINDING_DIGEST("RFC 9901, 4.3.1"),
    /** It is neither revoked nor suspended. */
    STATUS("Token Status List, 8.3"),

    TOKEN_FORM("Token Status List, 5.1"),
    TOKEN_HEADER("Token Status List, 5.1; HAIP 1.0, 6.1"),
    TOKEN_SIGNATURE("RFC 7515, 5.2"),
    /** It stands where the credential says. */
    TOKEN_SUBJECT("Token Status List, 5.1 and 8.3"),
    /** It was made before now and has not expired. */
    TOKEN_TIME("Token Status List, 8.3"),
    /** The list can be unpacked and has entries of a known size. */
    TOKEN_LIST("Token Status List, 4.2"),
    /** Its signer speaks for a listed issuer. */
    TOKEN_SIGNER("Token Status List, 11.3; ETSI TS 119 602, D"),
    /** The entry that was asked for is on the list. */
    TOKEN_ENTRY("Token Status List, 4.1 and 7");

    private final String section;

    VerificationCheck(String section) {
        this.section = section;
    }

    /** Standard and section. */
    public String section() {
        return section;
    }

    /** Stable name; the key of the sentence for people. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
