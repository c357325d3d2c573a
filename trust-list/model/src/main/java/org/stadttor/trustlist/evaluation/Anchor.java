// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import java.security.cert.X509Certificate;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.trustlist.lote.TrustedService;

/** A listed certificate and whose it is. */
record Anchor(TrustedEntity entity, TrustedService service, X509Certificate certificate) {

    TrustDecision.Trusted trusted() {
        return new TrustDecision.Trusted(entity, service, certificate);
    }
}
