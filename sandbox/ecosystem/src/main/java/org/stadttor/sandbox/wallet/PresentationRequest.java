// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request whose signature and contents were verified.
 *
 * @param requester the access certificate of who asks
 * @param encryptionKey to which the answer is encrypted
 * @param encryptionMethods what the verifier can decrypt, never empty
 */
public record PresentationRequest(
        String clientId,
        URI responseUri,
        String nonce,
        @Nullable String state,
        DcqlQuery query,
        X509Certificate requester,
        ECKey encryptionKey,
        List<EncryptionMethod> encryptionMethods) {}
