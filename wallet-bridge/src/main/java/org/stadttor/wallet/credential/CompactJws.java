// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import tools.jackson.databind.node.ObjectNode;

/**
 * A signed JWT in compact serialisation, taken apart strictly. Nothing about it has been verified.
 * {@link #toString()} shows nothing of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-3.1">RFC 7515, section 3.1</a>
 */
public final class CompactJws {

    private final ObjectNode header;
    private final ObjectNode payload;
    private final byte[] signingInput;
    private final byte[] signature;

    private CompactJws(ObjectNode header, ObjectNode payload, byte[] signingInput, byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.signingInput = signingInput;
        this.signature = signature;
    }

    /**
     * Takes a compact JWS of which header and payload are JSON objects apart.
     *
     * @param malformed the reason to refuse with if it is not one
     */
    public static CompactJws parse(String text, Reason malformed) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
            throw new CredentialRejectedException(malformed);
        }
        return new CompactJws(
                StrictJson.object(Base64Url.decode(text.substring(0, first), malformed), malformed),
                StrictJson.object(Base64Url.decode(text.substring(first + 1, second), malformed), malformed),
                text.substring(0, second).getBytes(StandardCharsets.US_ASCII),
                Base64Url.decode(text.substring(second + 1), malformed));
    }

    /** The JOSE header. */
    public ObjectNode header() {
        return header;
    }

    /** The claims, unverified until {@link #requireSignature} has returned. */
    public ObjectNode payload() {
        return payload;
    }

    /** A header parameter, if it is there and a string. */
    public Optional<String> headerText(String name) {
        return header.path(name).stringValueOpt();
    }

    /** Returns only if {@code typ} is exactly this. */
    public void requireType(String typ, Reason invalid) {
        if (!headerText("typ").filter(typ::equals).isPresent()) {
            throw new CredentialRejectedException(invalid);
        }
    }

    /** The algorithm the header names, if it is one that is verified. */
    public JwsAlgorithm requireAlgorithm(Reason notAllowed) {
        return headerText("alg")
                .flatMap(JwsAlgorithm::of)
                .orElseThrow(() -> new CredentialRejectedException(notAllowed));
    }

    /** Returns only if the signature is by this key. That the key fits {@code alg} is a step of its own. */
    public void requireSignature(VerificationKey key, Reason invalid) {
        key.requireSignature(signingInput, signature, invalid);
    }

    @Override
    public String toString() {
        return "CompactJws[redacted]";
    }
}
