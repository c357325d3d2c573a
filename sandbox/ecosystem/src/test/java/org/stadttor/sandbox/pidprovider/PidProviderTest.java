// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadttor.sandbox.keys.Certificates;
import org.stadttor.sandbox.sdjwt.HeldCredential;
import org.stadttor.sandbox.statuslist.StatusValue;

class PidProviderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ECKey holder = new ECKey.Builder(
                    Curve.P_256, (ECPublicKey) Certificates.newKeyPair().getPublic())
            .build();

    @TempDir
    private Path folder;

    @Test
    void german_pid_has_the_times_of_whole_days_in_berlin_and_no_iat() {
        Map<String, Object> payload = issue(People.ERIKA, CredentialFlaw.NONE).payload();
        assertThat(payload)
                .containsEntry("vct", "urn:eudi:pid:de:1")
                .containsEntry("nbf", Instant.parse("2026-11-21T23:00:00Z").getEpochSecond())
                .containsEntry("exp", Instant.parse("2026-12-05T23:00:00Z").getEpochSecond())
                .doesNotContainKey("iat");
    }

    @Test
    void german_pid_has_every_claim_even_if_it_is_empty() {
        Map<String, Object> claims = issue(People.OLAF, CredentialFlaw.NONE).claims();
        assertThat(claims)
                .containsEntry("title", "")
                .containsEntry("also_known_as", "")
                .containsEntry("birth_name", "")
                .containsEntry("place_of_birth", Map.of("locality", "", "no_place_info", true));
    }

    @Test
    void ages_of_someone_whose_birthday_is_unknown_count_from_the_latest_day() {
        Map<?, ?> ages =
                (Map<?, ?>) issue(People.AMINA, CredentialFlaw.NONE).claims().get("age_equal_or_over");
        assertThat(ages.get("65")).isEqualTo(true);
        Map<?, ?> atTurnOfYear = (Map<?, ?>) HeldCredential.parse(provider("de", Instant.parse("2023-12-30T10:00:00Z"))
                        .issue(People.AMINA, holder, CredentialFlaw.NONE))
                .claims()
                .get("age_equal_or_over");
        assertThat(atTurnOfYear.get("65")).isEqualTo(false);
    }

    @Test
    void european_pid_has_the_base_type() {
        HeldCredential pid =
                HeldCredential.parse(provider("eu", NOW).issue(People.KONSTANTINA, holder, CredentialFlaw.NONE));
        assertThat(pid.payload()).containsEntry("vct", "urn:eudi:pid:1").containsKey("iat");
        assertThat(pid.claims()).containsEntry("nationalities", List.of("GR", "ES"));
    }

    @Test
    void signer_leads_to_the_authority_and_is_not_the_authority() throws Exception {
        PidProvider provider = provider("de", NOW);
        List<X509Certificate> chain = chain(provider.issue(People.ERIKA, holder, CredentialFlaw.NONE));
        assertThat(chain).hasSize(1).doesNotContain(provider.authority());
        assertThat(Certificates.leadsTo(List.of(provider.authority()), chain, NOW))
                .isTrue();
        assertThat(Certificates.leadsTo(List.of(provider.statusAuthority()), chain, NOW))
                .isFalse();
    }

    @Test
    void strangers_do_not_lead_to_the_authority() throws Exception {
        PidProvider provider = provider("de", NOW);
        for (CredentialFlaw flaw : List.of(
                CredentialFlaw.UNKNOWN_ISSUER,
                CredentialFlaw.SELF_SIGNED_ISSUER,
                CredentialFlaw.ISSUER_CERTIFICATE_EXPIRED)) {
            List<X509Certificate> chain = chain(provider.issue(People.ERIKA, holder, flaw));
            assertThat(Certificates.leadsTo(List.of(provider.authority()), chain, NOW))
                    .as(flaw.name())
                    .isFalse();
        }
    }

    @Test
    void keys_survive_a_restart_and_are_renewed_before_they_end() {
        PidProvider first = provider("de", NOW);
        assertThat(provider("de", NOW).signer()).isEqualTo(first.signer());
        PidProvider later = provider("de", NOW.plusSeconds(350L * 86400));
        assertThat(later.authority()).isEqualTo(first.authority());
        assertThat(later.signer()).isNotEqualTo(first.signer());
    }

    @Test
    void status_list_says_what_each_pid_is_worth() throws Exception {
        PidProvider provider = provider("de", NOW);
        assertThat(status(provider, CredentialFlaw.NONE)).isZero();
        assertThat(status(provider, CredentialFlaw.REVOKED)).isEqualTo(1);
        assertThat(status(provider, CredentialFlaw.SUSPENDED)).isEqualTo(2);
        assertThat(status(provider, CredentialFlaw.APPLICATION_STATUS)).isEqualTo(3);
    }

    @Test
    void suspending_a_person_concerns_only_this_person_and_survives_a_restart() throws Exception {
        provider("de", NOW).changeStatus(People.ERIKA, StatusValue.SUSPENDED);
        PidProvider restarted = provider("de", NOW);
        assertThat(restarted.status(People.ERIKA)).isEqualTo(StatusValue.SUSPENDED);
        assertThat(status(restarted, CredentialFlaw.NONE)).isEqualTo(2);
        assertThat(statusOf(restarted, People.JOERG, CredentialFlaw.NONE)).isZero();
        restarted.changeStatus(People.ERIKA, StatusValue.VALID);
        assertThat(status(provider("de", NOW), CredentialFlaw.NONE)).isZero();
    }

    @Test
    void status_list_token_is_signed_under_its_own_authority() throws Exception {
        PidProvider provider = provider("de", NOW);
        String token = provider.statusList(StatusListName.CURRENT).orElseThrow();
        JWSObject jws = JWSObject.parse(token);
        assertThat(jws.getHeader().getType().getType()).isEqualTo("statuslist+jwt");
        assertThat(jws.getPayload().toJSONObject())
                .containsEntry("sub", "http://localhost:1/pid-provider/de/status-lists/current")
                .containsEntry("iat", NOW.getEpochSecond())
                .containsEntry("ttl", 60L);
        assertThat(Certificates.leadsTo(List.of(provider.statusAuthority()), chain(token), NOW))
                .isTrue();
        assertThat(provider.statusList(StatusListName.UNAVAILABLE)).isEmpty();
        String untrusted = provider.statusList(StatusListName.UNTRUSTED).orElseThrow();
        assertThat(Certificates.leadsTo(List.of(provider.statusAuthority()), chain(untrusted), NOW))
                .isFalse();
    }

    @Test
    void rejects_people_of_the_other_provider() {
        assertThatThrownBy(() -> provider("eu", NOW).issue(People.ERIKA, holder, CredentialFlaw.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private HeldCredential issue(Person person, CredentialFlaw flaw) {
        return HeldCredential.parse(provider("de", NOW).issue(person, holder, flaw));
    }

    private PidProvider provider(String id, Instant now) {
        return new PidProviders(folder, () -> URI.create("http://localhost:1"), Clock.fixed(now, ZoneOffset.UTC))
                .find(id)
                .orElseThrow();
    }

    private int status(PidProvider provider, CredentialFlaw flaw) throws Exception {
        return statusOf(provider, People.ERIKA, flaw);
    }

    private int statusOf(PidProvider provider, Person person, CredentialFlaw flaw) throws Exception {
        Map<?, ?> status = (Map<?, ?>) HeldCredential.parse(provider.issue(person, holder, flaw))
                .payload()
                .get("status");
        int index = ((Number) ((Map<?, ?>) status.get("status_list")).get("idx")).intValue();
        Map<?, ?> claim = (Map<?, ?>)
                JWSObject.parse(provider.statusList(StatusListName.CURRENT).orElseThrow())
                        .getPayload()
                        .toJSONObject()
                        .get("status_list");
        byte[] zlib = new Base64URL((String) claim.get("lst")).decode();
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(zlib))) {
            return (in.readAllBytes()[index / 4] >> (index % 4 * 2)) & 3;
        }
    }

    private static List<X509Certificate> chain(String jwt) throws Exception {
        return JWSObject.parse(jwt.split("~", 2)[0]).getHeader().getX509CertChain().stream()
                .map(encoded -> Certificates.parse(encoded.decode()))
                .toList();
    }
}
