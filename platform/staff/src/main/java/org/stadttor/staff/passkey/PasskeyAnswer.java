// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientOutputs;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.stadttor.staff.passkey.PasskeyRefusedException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the script of a page puts into the hidden field: the members of a {@code PublicKeyCredential}, in JSON, bytes
 * in base64url. Says only that it can be read.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#iface-pkcredential">Web Authentication Level 3, 5.1</a>
 */
final class PasskeyAnswer {

    /** Longer ones are refused unread; with an attestation of a chain of certificates it is a few thousand. */
    static final int LONGEST = 32_768;

    private static final int LONGEST_CREDENTIAL_ID = 1023;
    private static final Set<String> TRANSPORTS = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PasskeyAnswer() {}

    /**
     * The answer to a request for a signature.
     *
     * @throws PasskeyRefusedException {@code answer_invalid}
     */
    static PublicKeyCredential<AuthenticatorAssertionResponse> assertion(String text) {
        JsonNode answer = read(text);
        var response = AuthenticatorAssertionResponse.builder()
                .clientDataJSON(bytes(answer, "clientDataJSON"))
                .authenticatorData(bytes(answer, "authenticatorData"))
                .signature(bytes(answer, "signature"));
        if (answer.hasNonNull("userHandle")) {
            response.userHandle(bytes(answer, "userHandle"));
        }
        return credential(answer, response.build());
    }

    /**
     * The answer to a request for a new passkey.
     *
     * @throws PasskeyRefusedException {@code answer_invalid}
     */
    static PublicKeyCredential<AuthenticatorAttestationResponse> attestation(String text) {
        JsonNode answer = read(text);
        return credential(
                answer,
                AuthenticatorAttestationResponse.builder()
                        .clientDataJSON(bytes(answer, "clientDataJSON"))
                        .attestationObject(bytes(answer, "attestationObject"))
                        .transports(transports(answer))
                        .build());
    }

    private static <R extends AuthenticatorResponse> PublicKeyCredential<R> credential(JsonNode answer, R response) {
        Bytes id = bytes(answer, "id");
        if (id.getBytes().length == 0 || id.getBytes().length > LONGEST_CREDENTIAL_ID) {
            throw new PasskeyRefusedException(Reason.ANSWER_INVALID);
        }
        PublicKeyCredential.PublicKeyCredentialBuilder<R> builder = PublicKeyCredential.builder();
        builder.response(response);
        builder.id(id.toBase64UrlString());
        builder.rawId(id);
        builder.type(PublicKeyCredentialType.PUBLIC_KEY);
        builder.clientExtensionResults(new ImmutableAuthenticationExtensionsClientOutputs(List.of()));
        return builder.build();
    }

    private static JsonNode read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new PasskeyRefusedException(Reason.ANSWER_INVALID);
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new PasskeyRefusedException(Reason.ANSWER_INVALID);
        }
    }

    private static Bytes bytes(JsonNode answer, String member) {
        JsonNode value = answer.get(member);
        if (value == null || !value.isString()) {
            throw new PasskeyRefusedException(Reason.ANSWER_INVALID);
        }
        try {
            return new Bytes(Base64.getUrlDecoder().decode(value.stringValue()));
        } catch (IllegalArgumentException e) {
            throw new PasskeyRefusedException(Reason.ANSWER_INVALID);
        }
    }

    /** Hints for the browser only; names that come up later are left out. */
    private static AuthenticatorTransport[] transports(JsonNode answer) {
        List<AuthenticatorTransport> known = new ArrayList<>();
        JsonNode names = answer.get("transports");
        if (names != null && names.isArray()) {
            for (JsonNode name : names) {
                if (name.isString() && TRANSPORTS.contains(name.stringValue())) {
                    known.add(AuthenticatorTransport.valueOf(name.stringValue()));
                }
            }
        }
        return known.stream().distinct().toArray(AuthenticatorTransport[]::new);
    }
}
