// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.stadttor.wallet.trust.TrustListSource;
import org.stadttor.wallet.trust.TrustListUnavailableException;

/** Up while this node holds a trust list that may be decided on; without one no PID is accepted. Tells no details. */
public final class TrustListHealth implements HealthIndicator {

    private final TrustListSource source;

    public TrustListHealth(TrustListSource source) {
        this.source = source;
    }

    @Override
    public Health health() {
        try {
            source.pidProviders();
            return Health.up().build();
        } catch (TrustListUnavailableException e) {
            return Health.down().build();
        }
    }
}
