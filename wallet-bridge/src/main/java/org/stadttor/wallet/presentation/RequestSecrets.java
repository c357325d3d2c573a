// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.stadttor.wallet.openid4vp.ResponseKey;

/**
 * What a request needs on every fetch and loses with its answer. The three random values and the key have nothing to do
 * with each other nor with the request handle. {@link #toString()} shows none of it.
 *
 * @param nonce of the request
 * @param state of the request
 * @param responseHandle the last part of the {@code response_uri}
 * @param responseKey what the wallet encrypts to
 */
record RequestSecrets(BearerValue nonce, BearerValue state, BearerValue responseHandle, ResponseKey responseKey) {

    private static final int LENGTH = 3 * BearerValue.LENGTH + ResponseKey.ENCODED_LENGTH;

    static RequestSecrets create(SecureRandom random) {
        return new RequestSecrets(
                BearerValue.create(), BearerValue.create(), BearerValue.create(), ResponseKey.generate(random));
    }

    byte[] encoded() {
        return ByteBuffer.allocate(LENGTH)
                .put(nonce.bytes())
                .put(state.bytes())
                .put(responseHandle.bytes())
                .put(responseKey.encoded())
                .array();
    }

    static RequestSecrets decode(byte[] encoded) {
        if (encoded.length != LENGTH) {
            throw new IllegalArgumentException("not encoded request secrets");
        }
        ByteBuffer buffer = ByteBuffer.wrap(encoded);
        return new RequestSecrets(value(buffer), value(buffer), value(buffer), key(buffer));
    }

    private static BearerValue value(ByteBuffer buffer) {
        byte[] bytes = new byte[BearerValue.LENGTH];
        buffer.get(bytes);
        return BearerValue.of(bytes);
    }

    private static ResponseKey key(ByteBuffer buffer) {
        byte[] bytes = new byte[ResponseKey.ENCODED_LENGTH];
        buffer.get(bytes);
        return ResponseKey.decode(bytes);
    }

    @Override
    public String toString() {
        return "RequestSecrets[…]";
    }
}
