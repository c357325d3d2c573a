// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.DeflaterOutputStream;
import org.stadttor.wallet.fixture.TestCertificate;
import org.stadttor.wallet.fixture.TestJws;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A status list token that is right, so that a test can make one thing wrong. */
final class TestStatusToken {

    static final String URI = "https://status.example/lists/1";
    static final long NOW = TestCertificate.NOW.getEpochSecond();
    /** {@code [1,0,0,1,1,1,0,1,1,1,0,0,0,1,0,1]} with one bit each; the example of the draft, section 4.1. */
    static final byte[] EXAMPLE = HexFormat.of().parseHex("b9a3");

    final ObjectNode header = TestJws.object("{\"typ\":\"statuslist+jwt\",\"alg\":\"ES256\"}");
    final ObjectNode payload = TestJws.object("{}");
    final ObjectNode list = payload.putObject("status_list");
    private PrivateKey key;

    private TestStatusToken(TestCertificate signer) {
        key = signer.keys().getPrivate();
        x5c(signer);
        payload.put("sub", URI);
        payload.put("iat", NOW - 10);
        payload.put("exp", NOW + Duration.ofDays(2).toSeconds());
        payload.put("ttl", 3600);
        list.put("bits", 1);
        list.put("lst", lst(EXAMPLE));
    }

    static TestStatusToken by(TestCertificate signer) {
        return new TestStatusToken(signer);
    }

    TestStatusToken at(String uri) {
        payload.put("sub", uri);
        return this;
    }

    TestStatusToken statuses(int bits, String hex) {
        list.put("bits", bits);
        list.put("lst", lst(HexFormat.of().parseHex(hex)));
        return this;
    }

    TestStatusToken x5c(TestCertificate... chain) {
        ArrayNode x5c = header.putArray("x5c");
        for (TestCertificate certificate : chain) {
            x5c.add(certificate.x5c());
        }
        return this;
    }

    TestStatusToken signedWith(PrivateKey other) {
        key = other;
        return this;
    }

    TestStatusToken with(Consumer<TestStatusToken> change) {
        change.accept(this);
        return this;
    }

    String jwt() {
        return TestJws.sign(header, payload, key);
    }

    String jwt(String algorithm) {
        return TestJws.sign(header.toString(), payload.toString(), algorithm, key);
    }

    static String lst(byte[] statuses) {
        return TestJws.base64Url(zlib(statuses));
    }

    static byte[] zlib(byte[] statuses) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(statuses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
