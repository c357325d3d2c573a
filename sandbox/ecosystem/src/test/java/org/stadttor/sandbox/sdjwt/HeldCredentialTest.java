// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.stadttor.sandbox.keys.CertificateAuthority;
import org.stadttor.sandbox.keys.SigningIdentity;
import org.stadttor.testing.SharedMaterial;

class HeldCredentialTest {

    private final SigningIdentity signer = CertificateAuthority.create(
                    new X500Name("CN=Root"), Instant.parse("2026-01-01T00:00:00Z"))
            .issue(new X500Name("CN=Signer"), Instant.parse("2026-01-01T00:00:00Z"));

    private final HeldCredential pid = HeldCredential.parse(new SdJwtWriter()
            .plain("vct", "urn:example")
            .disclosable("family_name", "Muster")
            .disclosable("address", Map.of("locality", "Köln", "postal_code", "51147"))
            .disclosable("nationalities", List.of("DE", "SE"))
            .write("dc+sd-jwt", signer));

    @Test
    void signature_of_the_writer_is_good_and_nothing_shows() throws Exception {
        JWSObject jws = JWSObject.parse(pid.issuerJwt());
        assertThat(jws.verify(
                        new ECDSAVerifier((ECPublicKey) signer.certificate().getPublicKey())))
                .isTrue();
        assertThat(jws.getHeader().getX509CertChain()).hasSize(1);
        assertThat(jws.getPayload().toString()).doesNotContain("Muster", "Köln", "DE\"", "family_name");
        assertThat((List<?>) pid.payload().get("_sd")).hasSize(3);
    }

    @Test
    void hides_the_number_of_array_elements_behind_a_decoy() {
        SelectedClaim nationalities =
                pid.select(Arrays.asList("nationalities", null)).orElseThrow();
        assertThat(nationalities.values()).containsExactly("DE", "SE");
        Disclosure array = nationalities.disclosures().stream()
                .filter(d -> "nationalities".equals(d.name()))
                .findFirst()
                .orElseThrow();
        assertThat((List<?>) array.value()).hasSize(3);
    }

    @Test
    void a_nested_claim_needs_its_parent_and_nothing_else() {
        SelectedClaim town = pid.select(List.of("address", "locality")).orElseThrow();
        assertThat(town.values()).containsExactly("Köln");
        assertThat(town.disclosures()).extracting(Disclosure::name).containsExactlyInAnyOrder("address", "locality");
        HeldCredential shown = HeldCredential.parse(pid.present(town.disclosures()));
        assertThat(shown.claims()).containsEntry("address", Map.of("locality", "Köln"));
        assertThat(shown.claims()).doesNotContainKeys("family_name", "nationalities", "_sd", "_sd_alg");
    }

    @Test
    void an_object_is_disclosed_with_all_its_members() {
        assertThat(pid.select(List.of("address")).orElseThrow().disclosures()).hasSize(3);
    }

    @Test
    void an_index_selects_one_element() {
        assertThat(pid.select(List.of("nationalities", 1)).orElseThrow().values())
                .containsExactly("SE");
        assertThat(pid.select(List.of("nationalities", 7))).isEmpty();
    }

    @Test
    void paths_to_nowhere_select_nothing() {
        assertThat(pid.select(List.of("picture"))).isEmpty();
        assertThat(pid.select(List.of("family_name", "x"))).isEmpty();
        assertThat(pid.select(List.of("_sd"))).isEmpty();
    }

    @Test
    void reads_the_published_examples() throws Exception {
        Map<String, Object> file =
                JSONObjectUtils.parse(SharedMaterial.text("standards/vectors/sd-jwt/rfc9901-examples.json"));
        List<Object> examples = JSONObjectUtils.getJSONArray(file, "examples");
        int disclosed = 0;
        for (Object example : examples) {
            String text = (String) ((Map<?, ?>) example).get("sd_jwt");
            Number expected = (Number) ((Map<?, ?>) example).get("disclosures");
            if (text == null || expected == null) {
                continue;
            }
            HeldCredential credential = HeldCredential.parse(text);
            assertThat(credential.disclosures()).hasSize(expected.intValue());
            assertThat(text).startsWith(credential.present(Set.copyOf(credential.disclosures())));
            assertThat(credential.claims().toString()).doesNotContain("_sd=", "...=");
            disclosed += expected.intValue();
        }
        assertThat(disclosed).isGreaterThan(30);
    }

    @Test
    void resolves_the_first_published_example() throws Exception {
        Map<String, Object> file =
                JSONObjectUtils.parse(SharedMaterial.text("standards/vectors/sd-jwt/rfc9901-examples.json"));
        Map<?, ?> first =
                (Map<?, ?>) JSONObjectUtils.getJSONArray(file, "examples").getFirst();
        Map<String, Object> claims =
                HeldCredential.parse((String) first.get("sd_jwt")).claims();
        assertThat(claims)
                .containsEntry("given_name", "John")
                .containsEntry("birthdate", "1940-01-01")
                .containsEntry("nationalities", List.of("US", "DE"))
                .containsEntry("updated_at", 1570000000L);
    }
}
