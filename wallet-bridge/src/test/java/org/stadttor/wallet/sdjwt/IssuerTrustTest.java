// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadttor.wallet.fixture.TestCertificate.NOW;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.wallet.fixture.TestCertificate;
import org.stadttor.wallet.fixture.TestIssuer;
import org.stadttor.wallet.sdjwt.IssuerTrust.TrustedIssuer;

/** What is kept, and from when on. */
class IssuerTrustTest {

    private final TestIssuer issuer = TestIssuer.create();
    private ListOfTrustedEntities list = issuer.list();
    private final IssuerTrust trust = new IssuerTrust(() -> list);
    private final List<String> x5c = List.of(issuer.leaf().x5c());

    /** Else a wallet could fill the memory with true leaves and whatever it likes behind them. */
    @Test
    void keeps_nothing_that_the_issuer_has_not_signed() {
        List<String> longer =
                List.of(issuer.leaf().x5c(), TestCertificate.ca("Nobody").x5c());
        assertThat(trust.require(longer, NOW)).isNotSameAs(trust.require(longer, NOW));
    }

    @Test
    void keeps_what_it_is_told_to() {
        TrustedIssuer trusted = trust.require(x5c, NOW);
        trust.keep(x5c, trusted);
        assertThat(trust.require(x5c, NOW)).isSameAs(trusted);
    }

    @Test
    void keeps_nothing_that_was_decided_on_another_list() {
        TrustedIssuer trusted = trust.require(x5c, NOW);
        list = issuer.list("DE", StatusPolicy.STATUS_REQUIRED, ServiceType.PID_ISSUANCE, 8);
        TrustedIssuer later = trust.require(x5c, NOW);
        trust.keep(x5c, trusted);
        assertThat(trust.require(x5c, NOW)).isNotSameAs(trusted);
        assertThat(later.issuer().listSequence()).isEqualTo(8);
    }
}
