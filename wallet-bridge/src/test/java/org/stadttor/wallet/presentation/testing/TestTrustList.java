// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.testing;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.trustlist.lote.TrustedService;
import org.stadttor.wallet.trust.TrustListSource;
import org.stadttor.wallet.trust.TrustListUnavailableException;

/** A list with one PID provider, which a test can take away. */
public final class TestTrustList implements TrustListSource {

    private final X509Certificate anchor = TestAccessCertificate.create().anchor();
    private volatile boolean listed = true;
    private volatile boolean available = true;

    public X509Certificate anchor() {
        return anchor;
    }

    public void setListed(boolean listed) {
        this.listed = listed;
    }

    public void setAvailable(boolean available) {
        this.available = available;
    }

    @Override
    public ListOfTrustedEntities pidProviders() {
        if (!available) {
            throw new TrustListUnavailableException("test");
        }
        TrustedService service = new TrustedService(
                "PIDs",
                ServiceType.PID_ISSUANCE.uri(),
                listed ? List.of(anchor) : List.of(),
                StatusPolicy.NO_STATUS_ISSUED);
        return new ListOfTrustedEntities(
                ListOfTrustedEntities.PID_PROVIDERS,
                7,
                "Test operator",
                "DE",
                Instant.now(),
                Instant.now().plus(Duration.ofDays(1)),
                List.of(new TrustedEntity("Test PID provider", "", "DE", List.of(service))));
    }
}
