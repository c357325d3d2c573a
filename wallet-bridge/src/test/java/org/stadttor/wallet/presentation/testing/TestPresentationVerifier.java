// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.stadttor.wallet.credential.Claims;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.credential.CredentialIssuer;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.CredentialVerifier;
import org.stadttor.wallet.credential.PresentationBinding;
import org.stadttor.wallet.credential.VerifiedCredential;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifies presentations in a format of the tests: JSON with nonce, aud, vct and claims. Tests of the protocol around
 * presentations need none of the cryptography inside of them; that has tests of its own.
 */
public final class TestPresentationVerifier implements CredentialVerifier {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How often anything was verified. */
    public final AtomicInteger calls = new AtomicInteger();

    private final TestTrustList list;

    public TestPresentationVerifier(TestTrustList list) {
        this.list = list;
    }

    public static String presentation(String nonce, String audience, ObjectNode claims) {
        return JSON.createObjectNode()
                .put("nonce", nonce)
                .put("aud", audience)
                .put("vct", "urn:eudi:pid:1")
                .set("claims", claims)
                .toString();
    }

    @Override
    public CredentialFormat format() {
        return CredentialFormat.DC_SD_JWT;
    }

    @Override
    public VerifiedCredential verify(String presentation, PresentationBinding binding) {
        calls.incrementAndGet();
        JsonNode json;
        try {
            json = JSON.readTree(presentation);
        } catch (tools.jackson.core.JacksonException e) {
            throw new CredentialRejectedException(Reason.MALFORMED, e);
        }
        if (!json.path("nonce").asString("").equals(binding.nonce())) {
            throw new CredentialRejectedException(Reason.KEY_BINDING_NONCE_MISMATCH);
        }
        if (!json.path("aud").asString("").equals(binding.clientId())) {
            throw new CredentialRejectedException(Reason.KEY_BINDING_AUDIENCE_MISMATCH);
        }
        return new VerifiedCredential(
                format(),
                json.path("vct").asString(),
                new CredentialIssuer(
                        "Test PID provider",
                        "DE",
                        sha256(list),
                        list.pidProviders().sequenceNumber()),
                Claims.of((ObjectNode) json.path("claims")));
    }

    private static String sha256(TestTrustList list) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(TestAccessCertificate.encoded(list.anchor())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
