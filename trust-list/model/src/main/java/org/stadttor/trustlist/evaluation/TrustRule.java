// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import java.util.Locale;

/** What the trust decision asks, in the order in which it asks. Each rule names the clause it comes from. */
public enum TrustRule {
    /** NextUpdate of the list has not come. */
    LIST_IN_FORCE("ETSI TS 119 602, 6.3.15"),
    /** The list has certificates for the asked service type. */
    SERVICE_LISTED("ETSI TS 119 602, 6.6"),
    /** No critical extension is unknown to us. */
    EXTENSIONS_UNDERSTOOD("RFC 5280, 4.2"),
    /** What signs credentials is no CA. */
    LEAF_NOT_CA("RFC 5280, 4.2.1.9"),
    /** Its key usage allows digital signatures. */
    LEAF_MAY_SIGN("RFC 5280, 4.2.1.3"),
    /** Self-signed only if it is listed itself. */
    LEAF_NOT_SELF_SIGNED("RFC 5280, 6.1"),
    /** The moment lies between notBefore and notAfter. */
    WITHIN_VALIDITY("RFC 5280, 6.1.3 (a) (2)"),
    /** The signature uses an algorithm and a key we allow. */
    ALGORITHM_ALLOWED("RFC 5280, 6.1.3 (a) (1)"),
    /** The issuer's key verifies the signature. */
    SIGNATURE_VALID("RFC 5280, 6.1.3 (a) (1)"),
    /** The issuer is a CA. */
    ISSUER_IS_CA("RFC 5280, 6.1.4 (k)"),
    /** Its key usage allows signing certificates. */
    ISSUER_MAY_SIGN("RFC 5280, 6.1.4 (n)"),
    /** No more CAs below it than it allows. */
    PATH_LENGTH_KEPT("RFC 5280, 6.1.4 (m)"),
    /** The certificate itself or a CA above it is on the list. */
    ANCHOR_FOUND("ETSI TS 119 602, 6.6.3"),
    /** Its key belongs to one entity of the list only. */
    ENTITY_UNAMBIGUOUS("ETSI TS 119 602, 6.6.3");

    private final String section;

    TrustRule(String section) {
        this.section = section;
    }

    /** Standard and clause. */
    public String section() {
        return section;
    }

    /** Stable name; the key of the sentence for people. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
