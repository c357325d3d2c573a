// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

/** One thing that is wrong with a credential from its issuing on. */
public enum CredentialFlaw {
    NONE,
    /** Its status is INVALID. */
    REVOKED,
    /** Its status is SUSPENDED. */
    SUSPENDED,
    /** Its status is one of the application specific values. */
    APPLICATION_STATUS,
    /** It has no {@code status}, though it is valid for long. */
    NO_STATUS,
    /** Its status list answers 503. */
    STATUS_LIST_UNAVAILABLE,
    /** Its status list is signed by a stranger. */
    STATUS_LIST_UNTRUSTED,
    /** Its status list has expired. */
    STATUS_LIST_EXPIRED,
    /** Its status list names another address as its subject. */
    STATUS_LIST_OTHER_SUBJECT,
    /** Its place is behind the end of the status list. */
    STATUS_INDEX_OUT_OF_RANGE,
    /** {@code exp} has passed. */
    EXPIRED,
    /** {@code nbf} is tomorrow. */
    NOT_YET_VALID,
    /** The administrative {@code date_of_expiry} has passed. */
    EXPIRED_ADMINISTRATIVELY,
    /** Signed under an authority that nobody lists. */
    UNKNOWN_ISSUER,
    /** The signer's certificate is signed by itself. */
    SELF_SIGNED_ISSUER,
    /** The certificate of the signer has expired. */
    ISSUER_CERTIFICATE_EXPIRED,
    /** A type that nobody asked for. */
    WRONG_TYPE,
    /** The header {@code typ} of old drafts. */
    WRONG_HEADER_TYPE,
    /** Not bound to a holder's key. */
    NO_HOLDER_KEY
}
