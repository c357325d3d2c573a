// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.SharedMaterial;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.trustlist.lote.TrustedService;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.JwsAlgorithm;
import org.stadttor.wallet.credential.PresentationBinding;
import org.stadttor.wallet.credential.VerificationKey;
import org.stadttor.wallet.credential.VerifiedCredential;
import org.stadttor.wallet.fixture.TestJws;
import org.stadttor.wallet.pid.PersonIdentification;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.pid.PidReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** SD-JWTs that others have published. */
class PublishedVectorsTest {

    private static final PresentationBinding BINDING =
            new PresentationBinding("x509_hash:abc", "nonce-1", Instant.parse("2026-07-15T10:00:00Z"));

    @Test
    void processes_the_examples_of_rfc_9901() {
        JsonNode file = TestJws.json(SharedMaterial.text("standards/vectors/sd-jwt/rfc9901-examples.json"));
        VerificationKey issuer = VerificationKey.ofJwk(
                ((ObjectNode) file.get("issuer_jwk")).deepCopy().without("d"),
                JwsAlgorithm.ES256,
                Reason.ISSUER_KEY_NOT_ALLOWED);
        int bound = 0;
        for (JsonNode example : file.get("examples")) {
            if (!example.path("issuer_sig_ok").asBoolean(false)) {
                continue;
            }
            SdJwt sdJwt = SdJwt.parse(example.get("sd_jwt").stringValue());
            sdJwt.issuerJwt().requireSignature(issuer, Reason.SIGNATURE_INVALID);
            assertThat(sdJwt.disclosures())
                    .hasSize(example.path("disclosures")
                            .intValue(sdJwt.disclosures().size()));
            ObjectNode claims = DisclosureResolver.resolve(sdJwt.issuerJwt().payload(), sdJwt.disclosures());
            assertThat(claims.toString()).doesNotContain("_sd").doesNotContain("\"...\"");
            if (sdJwt.keyBinding().isPresent()) {
                verifyKeyBinding(sdJwt, claims);
                bound++;
            }
        }
        assertThat(bound).isEqualTo(3);
    }

    private static void verifyKeyBinding(SdJwt sdJwt, ObjectNode claims) {
        VerificationKey holder = VerificationKey.ofJwk(
                (ObjectNode) claims.get("cnf").get("jwk"), JwsAlgorithm.ES256, Reason.HOLDER_KEY_INVALID);
        KeyBindingJwt keyBinding = KeyBindingJwt.verify(sdJwt.keyBinding().orElseThrow(), holder);
        keyBinding.requirePresented(sdJwt.presentedHash());
        keyBinding.requireAnswers(new PresentationBinding("https://verifier.example.org", "1234567890", Instant.EPOCH));
    }

    @Test
    void verifies_the_pid_of_the_eu_reference_issuer() throws Exception {
        String credential = SharedMaterial.text("standards/vectors/eudi-ref/sd-jwt-vc-pid.txt")
                .strip();
        Clock clock = Clock.fixed(BINDING.requestedAt().plusSeconds(20), ZoneOffset.UTC);
        List<String> asked = new ArrayList<>();
        SdJwtVcVerifier verifier = new SdJwtVcVerifier(
                () -> listWithLeafOf(credential, clock.instant()),
                (reference, issuer) -> asked.add(reference.uri().getHost() + "#" + reference.index()),
                VerificationRules.forTypes(Set.of("urn:eudi:pid:1")),
                clock);

        VerifiedCredential verified = verifier.verify(credential + keyBinding(credential, clock.instant()), BINDING);

        assertThat(asked).containsExactly("issuer.eudiw.dev#4216");
        PersonIdentification person = new PidReader(clock)
                .read(verified, EnumSet.allOf(PidAttribute.class), Set.of(PidAttribute.FAMILY_NAME));
        assertThat(person.attributes())
                .containsOnlyKeys(
                        PidAttribute.FAMILY_NAME,
                        PidAttribute.GIVEN_NAME,
                        PidAttribute.BIRTHDATE,
                        PidAttribute.PLACE_OF_BIRTH,
                        PidAttribute.NATIONALITIES,
                        PidAttribute.ADDRESS,
                        PidAttribute.PERSONAL_ADMINISTRATIVE_NUMBER,
                        PidAttribute.BIRTH_FAMILY_NAME,
                        PidAttribute.BIRTH_GIVEN_NAME);
    }

    @Test
    void rejects_it_when_it_has_expired() throws Exception {
        String credential = SharedMaterial.text("standards/vectors/eudi-ref/sd-jwt-vc-pid.txt")
                .strip();
        Clock clock = Clock.fixed(Instant.parse("2026-08-02T00:00:00Z"), ZoneOffset.UTC);
        SdJwtVcVerifier verifier = new SdJwtVcVerifier(
                () -> listWithLeafOf(credential, clock.instant()),
                (reference, issuer) -> {},
                VerificationRules.forTypes(Set.of("urn:eudi:pid:1")),
                clock);
        String presentation = credential + keyBinding(credential, clock.instant());

        assertThatExceptionOfType(CredentialRejectedException.class)
                .isThrownBy(() -> verifier.verify(presentation, BINDING))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED));
    }

    /** The published PID provider, listed by the very certificate that signs. */
    private static ListOfTrustedEntities listWithLeafOf(String credential, Instant now) {
        String header = credential.substring(0, credential.indexOf('.'));
        ObjectNode json = TestJws.object(new String(Base64.getUrlDecoder().decode(header)));
        return new ListOfTrustedEntities(
                ListOfTrustedEntities.PID_PROVIDERS,
                1,
                "Operator",
                "EU",
                now.minusSeconds(60),
                now.plusSeconds(3600),
                List.of(new TrustedEntity(
                        "Reference issuer",
                        "LEIEU-1",
                        "GR",
                        List.of(new TrustedService(
                                "PID",
                                ServiceType.PID_ISSUANCE.uri(),
                                CertificateHeader.chain(
                                                List.of(json.get("x5c").get(0).stringValue()))
                                        .certificates(),
                                StatusPolicy.STATUS_REQUIRED)))));
    }

    private static String keyBinding(String withoutKeyBinding, Instant now) throws Exception {
        JsonNode jwk = TestJws.json(SharedMaterial.text("standards/vectors/eudi-ref/sd-jwt-vc-pid-key.json"));
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(
                        new BigInteger(
                                1, Base64.getUrlDecoder().decode(jwk.get("d").stringValue())),
                        parameters.getParameterSpec(ECParameterSpec.class)));
        ObjectNode payload = TestJws.object("{}")
                .put("iat", now.getEpochSecond())
                .put("aud", BINDING.clientId())
                .put("nonce", BINDING.nonce())
                .put("sd_hash", TestJws.digest(withoutKeyBinding));
        return TestJws.sign(TestJws.object("{\"alg\":\"ES256\",\"typ\":\"kb+jwt\"}"), payload, key);
    }
}
