// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.text.ParseException;
import java.util.concurrent.TimeUnit;
import javax.crypto.KeyAgreement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stadttor.wallet.presentation.testing.ProtocolWallet;

/** What taking a response costs: one key agreement under a key that is used once, by Bouncy Castle and by the JDK. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ResponseDecryptionBenchmark {

    private final ResponseKey key = ResponseKey.generate(new SecureRandom());
    private final ResponseDecryptor decryptor = new ResponseDecryptor(256 * 1024);
    private final String jwe = ProtocolWallet.encrypt(
            "{\"vp_token\":{\"pid\":[\"" + "x".repeat(4_000) + "\"]},\"state\":\"s\"}",
            key.publicJwk(),
            ProtocolWallet.header(key.publicJwk(), EncryptionMethod.A256GCM).build());
    private final byte[] stored = key.encoded();
    private final PublicKey peer = peer();
    private final ECPrivateKey jdkKey = jdkKey();

    private static PublicKey peer() {
        try {
            return ResponseKey.generate(new SecureRandom()).publicJwk().toECPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As in production: the key from storage, every header check, decryption, the payload. */
    @Benchmark
    public AuthorizationResponse decrypt() {
        return decryptor
                .decrypt(jwe, ResponseKey.decode(stored))
                .requireState("s")
                .response();
    }

    /** The same message by the JDK's key agreement, without our checks. */
    @Benchmark
    public byte[] decryptByJdk() throws JOSEException, ParseException {
        JWEObject object = JWEObject.parse(jwe);
        object.decrypt(new ECDHDecrypter(jdkKey));
        return object.getPayload().toBytes();
    }

    /** The lower bound: one key agreement by Bouncy Castle. */
    @Benchmark
    public byte[] agree() throws GeneralSecurityException, JOSEException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", ResponseKey.BOUNCY_CASTLE);
        agreement.init(key.privateKey());
        agreement.doPhase(peer, true);
        return agreement.generateSecret();
    }

    /** A fresh key for a request. */
    @Benchmark
    public ResponseKey generate() {
        return ResponseKey.generate(new SecureRandom());
    }

    private ECPrivateKey jdkKey() {
        try {
            // Not from the encoding: Bouncy Castle writes parameters in a form that the JDK does not read.
            AlgorithmParameters p256 = AlgorithmParameters.getInstance("EC", "SunEC");
            p256.init(new ECGenParameterSpec("secp256r1"));
            return (ECPrivateKey) KeyFactory.getInstance("EC", "SunEC")
                    .generatePrivate(new ECPrivateKeySpec(
                            key.privateKey().getS(), p256.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
