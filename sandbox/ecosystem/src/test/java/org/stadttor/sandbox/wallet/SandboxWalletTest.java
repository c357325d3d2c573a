// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadttor.sandbox.keys.CertificateAuthority;
import org.stadttor.sandbox.keys.SigningIdentity;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.pidprovider.PidProviders;
import org.stadttor.sandbox.sdjwt.Disclosure;
import org.stadttor.sandbox.sdjwt.HeldCredential;
import org.stadttor.sandbox.wallet.RequestRefusedException.Reason;

class SandboxWalletTest {

    @TempDir
    private static Path folder;

    private TestVerifier verifier;
    private SandboxWallet wallet;

    @BeforeEach
    void start() throws Exception {
        verifier = new TestVerifier();
        Clock clock = Clock.fixed(TestVerifier.NOW, ZoneOffset.UTC);
        wallet = new SandboxWallet(
                new PidProviders(folder, () -> URI.create("http://localhost:1"), clock),
                new AccessAuthorities(List.of(verifier.authority.certificate())),
                clock);
    }

    @AfterEach
    void stop() {
        verifier.close();
    }

    @Nested
    class Answer {

        @Test
        void discloses_what_was_asked_and_nothing_else() throws Exception {
            verifier.claims.put("dcql_query", TestVerifier.query("family_name", "birthdate"));
            VerifierAnswer answer = present(Misbehaviour.NONE);
            assertThat(answer.accepted()).isTrue();
            assertThat(answer.redirectUri()).contains(URI.create("https://portal.example/return?response_code=1"));
            assertThat(HeldCredential.parse(verifier.presentation(0)).claims())
                    .containsEntry("family_name", "MUSTERMANN")
                    .containsEntry("birthdate", "1964-08-12")
                    .doesNotContainKeys("given_name", "address");
            assertThat(verifier.decrypted(0)).containsEntry("state", "state-1");
        }

        @Test
        void is_bound_to_the_request_and_signed_by_the_holder() throws Exception {
            present(Misbehaviour.NONE);
            String presentation = verifier.presentation(0);
            int end = presentation.lastIndexOf('~') + 1;
            JWSObject binding = JWSObject.parse(presentation.substring(end));
            Map<?, ?> cnf =
                    (Map<?, ?>) HeldCredential.parse(presentation).payload().get("cnf");
            ECKey key = ECKey.parse(jwk(cnf));
            assertThat(binding.verify(new ECDSAVerifier(key))).isTrue();
            assertThat(binding.getHeader().getType().getType()).isEqualTo("kb+jwt");
            assertThat(binding.getPayload().toJSONObject())
                    .containsEntry("aud", verifier.clientId())
                    .containsEntry("nonce", "nonce-1")
                    .containsEntry("iat", TestVerifier.NOW.getEpochSecond())
                    .containsEntry("sd_hash", Disclosure.digest(presentation.substring(0, end)));
        }

        @SuppressWarnings("unchecked")
        private String jwk(Map<?, ?> cnf) {
            return JSONObjectUtils.toJSONString((Map<String, ?>) cnf.get("jwk"));
        }

        @Test
        void prefers_the_stronger_encryption_unless_told_otherwise() throws Exception {
            present(Misbehaviour.NONE);
            wallet.encryptingWith(EncryptionMethod.A128GCM)
                    .present(verifier.link("get"), People.ERIKA, Misbehaviour.NONE);
            assertThat(method(0)).isEqualTo(EncryptionMethod.A256GCM);
            assertThat(method(1)).isEqualTo(EncryptionMethod.A128GCM);
            assertThat(verifier.decrypted(1)).containsKey("vp_token");
        }

        private EncryptionMethod method(int index) throws Exception {
            return JWEObject.parse(verifier.received.get(index).get("response"))
                    .getHeader()
                    .getEncryptionMethod();
        }

        @Test
        void leaves_out_what_the_person_declines_if_a_claim_set_allows_it() throws Exception {
            Map<String, Object> credential = TestVerifier.credential(List.of(
                    Map.of("id", "a", "path", List.of("family_name")),
                    Map.of("id", "b", "path", List.of("address", "locality"))));
            credential.put("claim_sets", List.of(List.of("a", "b"), List.of("a")));
            verifier.claims.put("dcql_query", Map.of("credentials", List.of(credential)));
            PresentationRequest request = wallet.open(EngagementLink.parse(verifier.link("get")));
            Offer offer = wallet.offer(request, People.ERIKA, Set.of()).orElseThrow();
            assertThat(offer.all())
                    .extracting(Offer.OfferedClaim::key)
                    .containsExactly("pid.family_name", "pid.address.locality");
            assertThat(offer.all()).extracting(Offer.OfferedClaim::optional).containsExactly(false, true);
            wallet.answer(request, People.ERIKA, Set.of("pid.address.locality"), Misbehaviour.NONE);
            assertThat(HeldCredential.parse(verifier.presentation(0)).claims()).doesNotContainKey("address");
            assertThat(wallet.offer(request, People.ERIKA, Set.of("pid.family_name")))
                    .isEmpty();
        }

        @Test
        void chooses_the_option_of_a_credential_set_that_fits_the_person() throws Exception {
            Map<String, Object> german = TestVerifier.credential(List.of(Map.of("path", List.of("birth_name"))));
            german.putAll(Map.of("id", "de", "meta", Map.of("vct_values", List.of("urn:eudi:pid:de:1"))));
            Map<String, Object> european =
                    TestVerifier.credential(List.of(Map.of("path", Arrays.asList("nationalities", null))));
            european.putAll(Map.of("id", "eu", "meta", Map.of("vct_values", List.of("urn:eudi:pid:1"))));
            verifier.claims.put(
                    "dcql_query",
                    Map.of(
                            "credentials", List.of(german, european),
                            "credential_sets", List.of(Map.of("options", List.of(List.of("de"), List.of("eu"))))));
            PresentationRequest request = wallet.open(EngagementLink.parse(verifier.link("get")));
            assertThat(wallet.offer(request, People.ERIKA, Set.of())
                            .orElseThrow()
                            .claims())
                    .containsOnlyKeys("de");
            assertThat(wallet.offer(request, People.KONSTANTINA, Set.of())
                            .orElseThrow()
                            .claims())
                    .containsOnlyKeys("eu");
        }

        @Test
        void refusal_says_access_denied_encrypted_or_plain() throws Exception {
            PresentationRequest request = wallet.open(EngagementLink.parse(verifier.link("get")));
            wallet.refuse(request);
            wallet.refusePlainly(request);
            assertThat(verifier.decrypted(0))
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", "state-1");
            assertThat(verifier.received.get(1))
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", "state-1");
        }

        @Test
        void rejects_a_query_that_nothing_fits() {
            verifier.claims.put("dcql_query", TestVerifier.query("driving_privileges"));
            refused(Reason.NOTHING_FITS);
        }
    }

    @Nested
    class Misbehaving {

        @ParameterizedTest
        @EnumSource(Misbehaviour.class)
        void always_sends_something(Misbehaviour misbehaviour) {
            present(misbehaviour);
            assertThat(verifier.received).hasSize(misbehaviour == Misbehaviour.ANSWERED_TWICE ? 2 : 1);
            assertThat(Misbehaviour.of(misbehaviour.code())).contains(misbehaviour);
        }

        @Test
        void unencrypted_is_readable_by_anyone() {
            present(Misbehaviour.UNENCRYPTED);
            assertThat(verifier.received.getFirst())
                    .containsKeys("vp_token", "state")
                    .doesNotContainKey("response");
        }

        @Test
        void missing_key_binding_leaves_a_tilde_at_the_end() throws Exception {
            present(Misbehaviour.KEY_BINDING_MISSING);
            assertThat(verifier.presentation(0)).endsWith("~");
        }

        @Test
        void old_key_binding_is_an_hour_old() throws Exception {
            present(Misbehaviour.KEY_BINDING_OLD);
            String presentation = verifier.presentation(0);
            assertThat(JWSObject.parse(presentation.substring(presentation.lastIndexOf('~') + 1))
                            .getPayload()
                            .toJSONObject())
                    .containsEntry(
                            "iat", TestVerifier.NOW.minus(Duration.ofHours(1)).getEpochSecond());
        }

        @Test
        void over_disclosure_shows_everything() throws Exception {
            present(Misbehaviour.OVER_DISCLOSURE);
            assertThat(HeldCredential.parse(verifier.presentation(0)).claims())
                    .containsKeys("given_name", "address", "nationalities");
        }
    }

    @Nested
    class Request {

        @Test
        void fetched_by_post_must_echo_the_nonce_of_the_wallet() throws Exception {
            wallet.present(verifier.link("post"), People.ERIKA, Misbehaviour.NONE);
            assertThat(verifier.presentation(0)).isNotEmpty();
            verifier.received.clear();
            verifier.claims.put("wallet_nonce", "another");
            refused(Reason.WALLET_NONCE);
            assertThatThrownBy(() -> wallet.open(EngagementLink.parse(verifier.link("post"))))
                    .extracting(e -> ((RequestRefusedException) e).reason())
                    .isEqualTo(Reason.WALLET_NONCE);
        }

        @Test
        void rejects_other_type() {
            verifier.headerType = "JWT";
            refused(Reason.REQUEST_TYP);
        }

        @Test
        void rejects_broken_signature() {
            verifier.spoiler = jws -> jws.substring(0, jws.length() - 10) + "AAAAAAAAAA";
            refused(Reason.REQUEST_SIGNATURE);
        }

        @Test
        void rejects_stranger() {
            verifier.signer = CertificateAuthority.create(new X500Name("CN=Other"), TestVerifier.NOW)
                    .issue(new X500Name("CN=Stranger"), TestVerifier.NOW);
            refused(Reason.REQUEST_CHAIN_UNTRUSTED);
        }

        @Test
        void rejects_anchor_in_chain() {
            verifier.signer =
                    verifier.signer.withChain(List.of(verifier.signer.certificate(), verifier.authority.certificate()));
            refused(Reason.REQUEST_CHAIN_CONTAINS_ANCHOR);
        }

        @Test
        void rejects_self_signed_leaf() {
            verifier.signer = new SigningIdentity(verifier.authority.key(), List.of(verifier.authority.certificate()));
            refused(Reason.REQUEST_CHAIN_SELF_SIGNED);
        }

        @Test
        void rejects_hash_of_another_certificate() {
            verifier.signer = verifier.authority.issue(new X500Name("CN=Other"), TestVerifier.NOW);
            String link = verifier.link("get");
            verifier.signer = verifier.authority.issue(new X500Name("CN=Third"), TestVerifier.NOW);
            refused(link, Reason.CLIENT_ID_HASH);
        }

        @Test
        void rejects_other_client_id_inside() {
            refusedWith("client_id", "x509_hash:other", Reason.CLIENT_ID_MISMATCH);
        }

        @Test
        void rejects_other_audience() {
            refusedWith("aud", "https://wallet.example", Reason.AUDIENCE);
        }

        @Test
        void rejects_other_response_mode() {
            refusedWith("response_mode", "direct_post", Reason.RESPONSE_MODE);
        }

        @Test
        void rejects_redirect_uri() {
            refusedWith("redirect_uri", "https://portal.example", Reason.REDIRECT_URI_PRESENT);
        }

        @Test
        void rejects_nonce_with_other_characters() {
            refusedWith("nonce", "a b", Reason.NONCE);
        }

        @Test
        void rejects_past_request() {
            refusedWith("exp", TestVerifier.NOW.getEpochSecond(), Reason.EXPIRED);
        }

        @Test
        void rejects_metadata_without_key() {
            refusedWith("client_metadata", Map.of(), Reason.CLIENT_METADATA);
        }

        @Test
        void rejects_unknown_encryption_methods() {
            refusedWith("client_metadata", verifier.metadata("A128CBC-HS256"), Reason.ENCRYPTION_KEY);
        }

        @Test
        void rejects_query_beside_scope() {
            refusedWith("scope", "pid", Reason.QUERY_AND_SCOPE);
        }

        @Test
        void rejects_malformed_query() {
            refusedWith("dcql_query", Map.of("credentials", List.of()), Reason.QUERY_MALFORMED);
        }

        @Test
        void rejects_other_content_type() {
            verifier.contentType = "text/html";
            refused(Reason.REQUEST_CONTENT_TYPE);
        }

        @Test
        void rejects_redirects_and_errors() {
            verifier.status = 302;
            refused(Reason.REQUEST_HTTP_STATUS);
        }
    }

    private VerifierAnswer present(Misbehaviour misbehaviour) {
        return wallet.present(verifier.link("get"), People.ERIKA, misbehaviour);
    }

    private void refusedWith(String claim, Object value, Reason reason) {
        verifier.claims.put(claim, value);
        refused(reason);
    }

    private void refused(Reason reason) {
        refused(verifier.link("get"), reason);
    }

    private void refused(String link, Reason reason) {
        ThrowingCallable presenting = () -> wallet.present(link, People.ERIKA, Misbehaviour.NONE);
        assertThatThrownBy(presenting)
                .isInstanceOf(RequestRefusedException.class)
                .extracting(e -> ((RequestRefusedException) e).reason())
                .isEqualTo(reason);
        assertThat(verifier.received).isEmpty();
    }
}
