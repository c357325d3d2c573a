// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

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
import org.stadttor.wallet.credential.CompactJws;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.JwsAlgorithm;
import org.stadttor.wallet.credential.VerificationKey;
import org.stadttor.wallet.credential.VerifiedCredential;
import org.stadttor.wallet.fixture.TestIssuer;
import org.stadttor.wallet.fixture.TestPid;
import org.stadttor.wallet.fixture.TestVerification;
import org.stadttor.wallet.fixture.TestWallet;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the verification of a PID with five disclosures costs beside the two signature checks in it: the issuer's, whose
 * key is known, and the holder's, whose key is new each time. Aim: at most 1.5 times as much, by the medians (other work
 * on the machine moves the averages).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PidVerificationBenchmark {

    private final TestIssuer issuer = TestIssuer.create();
    private final TestWallet wallet = TestWallet.create();
    private final ObjectNode holderJwk = wallet.jwk();
    private final String presentation = wallet.present(
                    TestPid.german(wallet),
                    issuer,
                    TestVerification.BINDING,
                    "family_name",
                    "given_name",
                    "birthdate",
                    "place_of_birth.locality")
            .text();
    private final SdJwtVcVerifier verifier = TestVerification.verifier(issuer.list());
    private final CompactJws issuerJwt = SdJwt.parse(presentation).issuerJwt();
    private final CompactJws keyBinding = SdJwt.parse(presentation).keyBinding().orElseThrow();
    private final VerificationKey issuerKey =
            VerificationKey.of(issuer.leaf().certificate().getPublicKey(), Reason.ISSUER_KEY_NOT_ALLOWED);

    /** Everything, from the characters to the claims. */
    @Benchmark
    public VerifiedCredential verifyPid() {
        return verifier.verify(presentation, TestVerification.BINDING);
    }

    /** The two signature checks alone. */
    @Benchmark
    public VerificationKey checkSignatures() {
        issuerJwt.requireSignature(issuerKey, Reason.SIGNATURE_INVALID);
        VerificationKey holderKey = VerificationKey.ofJwk(holderJwk, JwsAlgorithm.ES256, Reason.HOLDER_KEY_INVALID);
        keyBinding.requireSignature(holderKey, Reason.KEY_BINDING_SIGNATURE_INVALID);
        return holderKey;
    }
}
