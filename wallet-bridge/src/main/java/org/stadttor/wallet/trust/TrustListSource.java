// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import org.stadttor.trustlist.lote.ListOfTrustedEntities;

/** The current list of PID providers. In memory: asking costs nothing and never waits for the network. */
public interface TrustListSource {

    /**
     * The newest accepted list. The returned instance stays the same object until a newer list replaces it, so that
     * decisions may be cached per instance.
     *
     * @throws TrustListUnavailableException if there is none, or its NextUpdate has passed
     */
    ListOfTrustedEntities pidProviders();
}
