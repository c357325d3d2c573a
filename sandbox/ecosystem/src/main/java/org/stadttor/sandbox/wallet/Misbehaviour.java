// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stadttor.sandbox.pidprovider.CredentialFlaw;

/** The one thing a wallet does wrong. */
public enum Misbehaviour {
    /** Nothing is wrong. */
    NONE(Part.NOTHING),

    REVOKED(CredentialFlaw.REVOKED),
    SUSPENDED(CredentialFlaw.SUSPENDED),
    APPLICATION_STATUS(CredentialFlaw.APPLICATION_STATUS),
    STATUS_MISSING(CredentialFlaw.NO_STATUS),
    STATUS_LIST_UNAVAILABLE(CredentialFlaw.STATUS_LIST_UNAVAILABLE),
    STATUS_LIST_UNTRUSTED(CredentialFlaw.STATUS_LIST_UNTRUSTED),
    STATUS_LIST_EXPIRED(CredentialFlaw.STATUS_LIST_EXPIRED),
    STATUS_LIST_OTHER_SUBJECT(CredentialFlaw.STATUS_LIST_OTHER_SUBJECT),
    STATUS_INDEX_OUT_OF_RANGE(CredentialFlaw.STATUS_INDEX_OUT_OF_RANGE),
    EXPIRED(CredentialFlaw.EXPIRED),
    NOT_YET_VALID(CredentialFlaw.NOT_YET_VALID),
    EXPIRED_ADMINISTRATIVELY(CredentialFlaw.EXPIRED_ADMINISTRATIVELY),
    UNKNOWN_ISSUER(CredentialFlaw.UNKNOWN_ISSUER),
    SELF_SIGNED_ISSUER(CredentialFlaw.SELF_SIGNED_ISSUER),
    ISSUER_CERTIFICATE_EXPIRED(CredentialFlaw.ISSUER_CERTIFICATE_EXPIRED),
    WRONG_TYPE(CredentialFlaw.WRONG_TYPE),
    WRONG_HEADER_TYPE(CredentialFlaw.WRONG_HEADER_TYPE),
    HOLDER_KEY_MISSING(CredentialFlaw.NO_HOLDER_KEY),

    /** The issuer's signature does not fit. */
    TAMPERED_SIGNATURE(Part.PRESENTATION),
    /** A disclosed value was changed. */
    TAMPERED_DISCLOSURE(Part.PRESENTATION),
    /** A disclosure that no digest knows. */
    EXTRA_DISCLOSURE(Part.PRESENTATION),
    /** The same disclosure twice. */
    REPEATED_DISCLOSURE(Part.PRESENTATION),
    /** Everything is disclosed, whatever was asked: not an error, but nothing of it may be kept. */
    OVER_DISCLOSURE(Part.PRESENTATION),
    /** Nothing is disclosed. */
    CLAIMS_WITHHELD(Part.PRESENTATION),

    KEY_BINDING_MISSING(Part.KEY_BINDING),
    WRONG_NONCE(Part.KEY_BINDING),
    WRONG_AUDIENCE(Part.KEY_BINDING),
    AUDIENCE_ARRAY(Part.KEY_BINDING),
    /** The key binding is an hour old. */
    KEY_BINDING_OLD(Part.KEY_BINDING),
    /** The key binding is made in an hour. */
    KEY_BINDING_IN_FUTURE(Part.KEY_BINDING),
    /** Signed with a key that is not the holder's. */
    WRONG_HOLDER_KEY(Part.KEY_BINDING),
    KEY_BINDING_WRONG_TYPE(Part.KEY_BINDING),
    /** The key binding belongs to other disclosures. */
    WRONG_DISCLOSURE_DIGEST(Part.KEY_BINDING),
    /** {@code alg} is {@code none}. */
    KEY_BINDING_UNSIGNED(Part.KEY_BINDING),

    /** A plain {@code vp_token}, though encryption was asked for. */
    UNENCRYPTED(Part.RESPONSE),
    /** Encrypted to another key under the right key id. */
    WRONG_ENCRYPTION_KEY(Part.RESPONSE),
    UNKNOWN_ENCRYPTION_KEY_ID(Part.RESPONSE),
    ENCRYPTION_METHOD_NOT_OFFERED(Part.RESPONSE),
    /** The presentation stands as a string where an array belongs. */
    STRING_INSTEAD_OF_ARRAY(Part.RESPONSE),
    TWO_PRESENTATIONS(Part.RESPONSE),
    UNKNOWN_QUERY_ID(Part.RESPONSE),
    WRONG_STATE(Part.RESPONSE),
    EMPTY_ANSWER(Part.RESPONSE),
    /** The same answer is posted a second time; what the verifier says to the second is shown. */
    ANSWERED_TWICE(Part.DELIVERY),
    /** The browser does not go where the verifier sends it. */
    REDIRECT_NOT_FOLLOWED(Part.DELIVERY);

    /** Which part of the answer is wrong; the order of the choices on the page. */
    public enum Part {
        NOTHING,
        CREDENTIAL,
        PRESENTATION,
        KEY_BINDING,
        RESPONSE,
        DELIVERY
    }

    private final Part part;
    private final CredentialFlaw flaw;

    Misbehaviour(Part part) {
        this.part = part;
        this.flaw = CredentialFlaw.NONE;
    }

    Misbehaviour(CredentialFlaw flaw) {
        this.part = Part.CREDENTIAL;
        this.flaw = flaw;
    }

    /** Which part is wrong. */
    public Part part() {
        return part;
    }

    /** What the issuer does for it. */
    public CredentialFlaw flaw() {
        return flaw;
    }

    /** The stable snake_case code, in forms and message bundles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The misbehaviour of this code. */
    public static Optional<Misbehaviour> of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }

    /** All that concern this part. */
    public static List<Misbehaviour> of(Part part) {
        return Arrays.stream(values()).filter(value -> value.part == part).toList();
    }
}
