// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadttor.trustlist.evaluation.CertificateChain;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.trustlist.lote.TrustedService;
import org.stadttor.wallet.fixture.SteppedClock;
import org.stadttor.wallet.fixture.TestCertificate;
import org.stadttor.wallet.statuslist.InvalidStatusListException.Reason;
import org.stadttor.wallet.statuslist.StatusWorld.Provider;
import org.stadttor.wallet.trust.TrustListUnavailableException;

/** Key trust: Token Status List, sections 10 and 11.3, on the EU list of PID providers. */
class StatusSignersTest {

    private final SteppedClock clock = new SteppedClock();
    private final StatusWorld world = new StatusWorld();
    private final StatusSigners signers = world.signers(clock);

    private static CertificateChain chain(TestCertificate... certificates) {
        return new CertificateChain(
                List.of(certificates).stream().map(TestCertificate::certificate).toList());
    }

    private void accepts(CertificateChain signer, Provider issuer) {
        assertThatCode(() -> signers.requireTrusted(signer, issuer.trusted())).doesNotThrowAnyException();
    }

    private Reason refusal(CertificateChain signer, Provider issuer) {
        return catchThrowableOfType(
                        InvalidStatusListException.class, () -> signers.requireTrusted(signer, issuer.trusted()))
                .reason();
    }

    @Test
    void accepts_a_signer_under_the_revocation_service_of_the_same_entity() {
        accepts(chain(world.one.revocation().issueLeaf("Status")), world.one);
    }

    @Test
    void accepts_a_signer_under_the_issuance_service_of_the_same_entity() {
        accepts(chain(world.one.issuance().issueLeaf("Status")), world.one);
    }

    @Test
    void rejects_signature_by_other_te_anchor() {
        assertThat(refusal(chain(world.two.revocation().issueLeaf("Status")), world.one))
                .isEqualTo(Reason.SIGNER_UNTRUSTED);
        assertThat(refusal(chain(world.two.issuance().issueLeaf("Status")), world.one))
                .isEqualTo(Reason.SIGNER_UNTRUSTED);
    }

    @Test
    void what_is_right_for_one_entity_is_not_remembered_for_another() {
        CertificateChain signer = chain(world.two.revocation().issueLeaf("Status"));
        accepts(signer, world.two);
        assertThat(refusal(signer, world.one)).isEqualTo(Reason.SIGNER_UNTRUSTED);
    }

    @Test
    void rejects_a_signer_of_nobody() {
        assertThat(refusal(chain(TestCertificate.ca("Nobody").issueLeaf("Status")), world.one))
                .isEqualTo(Reason.SIGNER_UNTRUSTED);
    }

    @Test
    void rejects_a_signer_under_another_kind_of_service() {
        TestCertificate wallets = TestCertificate.ca("Wallet CA");
        TrustedEntity entity = new TrustedEntity(
                "One",
                "NTRDE-One",
                "DE",
                List.of(
                        world.one.entity().services().getFirst(),
                        new TrustedService(
                                "wallets",
                                ServiceType.WALLET_SOLUTION_REVOCATION.uri(),
                                List.of(wallets.certificate()),
                                StatusPolicy.STATUS_REQUIRED)));
        world.publish(entity);
        assertThat(refusal(chain(wallets.issueLeaf("Status")), world.one)).isEqualTo(Reason.SIGNER_UNTRUSTED);
        accepts(chain(world.one.issuance().issueLeaf("Status")), world.one);
    }

    @Test
    void rejects_the_anchor_in_the_chain() {
        assertThat(refusal(chain(world.one.revocation().issueLeaf("Status"), world.one.revocation()), world.one))
                .isEqualTo(Reason.ANCHOR_IN_CHAIN);
    }

    @Test
    void a_suspended_issuer_is_refused_at_once() {
        CertificateChain signer = chain(world.one.revocation().issueLeaf("Status"));
        accepts(signer, world.one);
        world.publish(world.two);
        assertThat(refusal(signer, world.one)).isEqualTo(Reason.SIGNER_UNTRUSTED);
    }

    @Test
    void a_removed_revocation_service_is_refused_at_once() {
        CertificateChain signer = chain(world.one.revocation().issueLeaf("Status"));
        accepts(signer, world.one);
        world.publish(new TrustedEntity(
                "One", "NTRDE-One", "DE", List.of(world.one.entity().services().getFirst())));
        assertThat(refusal(signer, world.one)).isEqualTo(Reason.SIGNER_UNTRUSTED);
    }

    @Test
    void an_issuer_listed_for_revocation_only_is_no_issuer() {
        world.publish(new TrustedEntity(
                "One",
                "NTRDE-One",
                "DE",
                List.of(new TrustedService(
                        "r",
                        ServiceType.PID_REVOCATION.uri(),
                        List.of(
                                world.one.issuance().certificate(),
                                world.one.revocation().certificate()),
                        StatusPolicy.STATUS_REQUIRED))));
        assertThat(refusal(chain(world.one.revocation().issueLeaf("Status")), world.one))
                .isEqualTo(Reason.SIGNER_UNTRUSTED);
    }

    @Test
    void an_expired_signer_is_refused_within_a_minute() {
        CertificateChain signer = chain(world.one
                .revocation()
                .issueLeaf(
                        "Status", TestCertificate.NOW.minus(Duration.ofDays(1)), TestCertificate.NOW.plusSeconds(30)));
        accepts(signer, world.one);
        clock.advance(StatusSigners.REMEMBERED.minusSeconds(1));
        accepts(signer, world.one);
        clock.advance(Duration.ofSeconds(1));
        assertThat(refusal(signer, world.one)).isEqualTo(Reason.SIGNER_UNTRUSTED);
    }

    @Test
    void without_a_list_nobody_is_trusted() {
        StatusSigners none = new StatusSigners(StatusWorld.nothing(), clock);
        assertThatExceptionOfType(TrustListUnavailableException.class)
                .isThrownBy(() ->
                        none.requireTrusted(chain(world.one.revocation().issueLeaf("Status")), world.one.trusted()));
    }
}
