// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.pid.PidQuery;
import org.stadttor.wallet.presentation.testing.TestAccessCertificate;

/** What a request object costs: one ES256 signature by the JDK, and the text around it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RequestObjectSigningBenchmark {

    private final TestAccessCertificate certificate = TestAccessCertificate.create();
    private final AccessCertificate access = new AccessCertificate(certificate.key(), certificate.chainWithAnchor());
    private final RequestObjectSigner signer = new RequestObjectSigner(access, Clock.systemUTC());
    private final ResponseKey key = ResponseKey.generate(new SecureRandom());
    private final byte[] input = new byte[2_000];

    /** As in production: query, metadata, JSON, signature. */
    @Benchmark
    public String sign() {
        return signer.sign(new AuthorizationRequest(
                access.clientId(),
                "n".repeat(43),
                "s".repeat(43),
                URI.create("https://idp.example/wallet/response/abc"),
                PidQuery.forAttributes(Set.of(PidAttribute.FAMILY_NAME, PidAttribute.GIVEN_NAME)),
                key,
                Instant.parse("2026-11-22T10:05:00Z"),
                null));
    }

    /** The signature alone. */
    @Benchmark
    public byte[] signature() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA", "SunEC");
        signature.initSign(certificate.key());
        signature.update(input);
        return signature.sign();
    }
}
