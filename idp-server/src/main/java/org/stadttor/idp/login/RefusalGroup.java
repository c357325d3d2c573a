// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.util.Locale;

/**
 * What a citizen is told about a refusal. Many reason codes mean the same to a citizen; the code itself stays in the audit
 * trail. Texts are in the message bundle under {@code idp.refusal.<group>.title} and {@code .text}.
 */
public enum RefusalGroup {
    /** The citizen refused in the wallet, or the wallet has nothing that fits; a wallet does not tell which. */
    DECLINED,
    WALLET_UNABLE,
    WALLET_TROUBLE,
    EXPIRED,
    NOT_YET_VALID,
    REVOKED,
    SUSPENDED,
    STATUS_UNCLEAR,
    ISSUER,
    WRONG_CREDENTIAL,
    INCOMPLETE,
    AMBIGUOUS,
    TROUBLE_HERE,
    CLOCK,
    ANSWER_INVALID,
    /** A code this release does not know. */
    OTHER;

    /** The group of a reason code. */
    public static RefusalGroup of(String reasonCode) {
        return switch (reasonCode) {
            case "wallet_access_denied" -> DECLINED;
            case "wallet_invalid_scope",
                    "wallet_invalid_request",
                    "wallet_invalid_client",
                    "wallet_vp_formats_not_supported",
                    "wallet_invalid_request_uri_method",
                    "wallet_invalid_transaction_data",
                    "wallet_unauthorized_client",
                    "wallet_unsupported_response_type" -> WALLET_UNABLE;
            case "wallet_unavailable", "wallet_server_error", "wallet_temporarily_unavailable", "wallet_error" ->
                WALLET_TROUBLE;
            case "expired", "credential_expired_administratively" -> EXPIRED;
            case "not_yet_valid" -> NOT_YET_VALID;
            case "status_revoked" -> REVOKED;
            case "status_suspended" -> SUSPENDED;
            case "status_missing", "status_malformed", "status_untrusted", "status_unknown" -> STATUS_UNCLEAR;
            case "issuer_untrusted",
                    "issuer_chain_missing",
                    "issuer_chain_invalid",
                    "issuer_certificate_expired",
                    "issuer_certificate_not_yet_valid",
                    "issuer_certificate_self_signed",
                    "issuer_key_not_allowed",
                    "type_not_allowed_for_issuer",
                    "issuing_country_mismatch" -> ISSUER;
            case "type_not_allowed",
                    "query_not_satisfied",
                    "type_missing",
                    "format_not_allowed",
                    "audience_mismatch",
                    "presentation_not_asked" -> WRONG_CREDENTIAL;
            case "claim_missing", "claim_invalid", "matching_attribute_missing" -> INCOMPLETE;
            case "matching_collision" -> AMBIGUOUS;
            case "trust_list_unavailable", "status_unavailable" -> TROUBLE_HERE;
            case "key_binding_time_invalid" -> CLOCK;
            case "malformed",
                    "header_not_allowed",
                    "disclosure_reserved_name",
                    "disclosure_not_a_property",
                    "disclosure_not_an_element",
                    "digest_malformed",
                    "validity_malformed",
                    "holder_key_invalid",
                    "key_binding_algorithm_not_allowed",
                    "key_binding_claim_missing",
                    "presentation_count_invalid",
                    "too_large",
                    "typ_invalid",
                    "algorithm_not_allowed",
                    "signature_invalid",
                    "disclosure_malformed",
                    "disclosure_unreferenced",
                    "disclosure_duplicate",
                    "disclosure_forbidden_claim",
                    "digest_algorithm_not_allowed",
                    "digest_duplicate",
                    "claim_collision",
                    "holder_key_missing",
                    "key_binding_missing",
                    "key_binding_typ_invalid",
                    "key_binding_signature_invalid",
                    "key_binding_nonce_mismatch",
                    "key_binding_audience_mismatch",
                    "key_binding_digest_mismatch",
                    "key_binding_malformed",
                    "form_malformed",
                    "form_parameter_duplicate",
                    "form_too_large",
                    "content_type_invalid",
                    "response_missing",
                    "response_not_encrypted",
                    "response_ambiguous",
                    "jwe_malformed",
                    "jwe_too_large",
                    "jwe_algorithm_not_allowed",
                    "jwe_encryption_not_allowed",
                    "jwe_key_unknown",
                    "jwe_compressed",
                    "jwe_critical_header",
                    "jwe_ephemeral_key_invalid",
                    "jwe_not_decrypted",
                    "payload_malformed",
                    "vp_token_missing",
                    "vp_token_not_an_object",
                    "vp_token_too_many",
                    "presentations_not_an_array",
                    "state_missing",
                    "state_mismatch",
                    "wallet_nonce_invalid",
                    "not_waiting" -> ANSWER_INVALID;
            default -> OTHER;
        };
    }

    /** Whether the citizen can do nothing about it but come back later. */
    public boolean isOurTrouble() {
        return this == TROUBLE_HERE;
    }

    /** Part of the keys of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
