// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.stadttor.wallet.openid4vp.OpenId4VpException.Reason;

/**
 * The parameters of an {@code application/x-www-form-urlencoded} body. A parameter may come once; names nobody asks for
 * are tolerated. {@link #toString()} shows names of no parameter and no value.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 8.2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1">RFC 6749, section 3.1</a>
 */
public final class FormBody {

    private static final int MAX_PARAMETERS = 32;

    private final Map<String, String> parameters;

    private FormBody(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * Reads a body.
     *
     * @throws OpenId4VpException if it is malformed, repeats a parameter or has too many
     */
    public static FormBody parse(byte[] body) {
        Map<String, String> parameters = new HashMap<>();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return new FormBody(parameters);
        }
        String[] pairs = text.split("&", MAX_PARAMETERS + 1);
        if (pairs.length > MAX_PARAMETERS) {
            throw new OpenId4VpException(Reason.FORM_TOO_LARGE);
        }
        for (String pair : pairs) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (parameters.putIfAbsent(name, value) != null) {
                throw new OpenId4VpException(Reason.FORM_PARAMETER_DUPLICATE);
            }
        }
        return new FormBody(parameters);
    }

    /** The value; a parameter without a value counts as absent (RFC 6749, section 3.1). */
    public Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * The response in this form: an encrypted one, or a plain error.
     *
     * @throws OpenId4VpException if there is neither, both, or a {@code vp_token} in clear
     */
    public WalletMessage walletMessage() {
        if (get("vp_token").isPresent() || get("id_token").isPresent()) {
            throw new OpenId4VpException(Reason.RESPONSE_NOT_ENCRYPTED);
        }
        Optional<String> response = get("response");
        Optional<String> error = get("error");
        if (response.isPresent() && error.isPresent()) {
            throw new OpenId4VpException(Reason.RESPONSE_AMBIGUOUS);
        }
        if (response.isPresent()) {
            return new WalletMessage.Encrypted(response.get());
        }
        return new WalletMessage.PlainError(ResponsePayload.ofPlainError(
                error.orElseThrow(() -> new OpenId4VpException(Reason.RESPONSE_MISSING)),
                get("state").orElse(null)));
    }

    private static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(hex(encoded, i + 1) << 4 | hex(encoded, i + 2));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new OpenId4VpException(Reason.FORM_MALFORMED, e);
        }
    }

    private static int hex(String text, int index) {
        int digit = index < text.length() && text.charAt(index) < 128 ? Character.digit(text.charAt(index), 16) : -1;
        if (digit < 0) {
            throw new OpenId4VpException(Reason.FORM_MALFORMED);
        }
        return digit;
    }

    @Override
    public String toString() {
        return "FormBody[" + parameters.size() + " parameters]";
    }
}
