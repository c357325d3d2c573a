// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stadttor.wallet.presentation.RequestingParties;

/** Everybody may ask, until a test takes somebody out of service. */
public final class TestParties implements RequestingParties {

    private final Set<String> suspended = ConcurrentHashMap.newKeySet();

    public void suspend(String party) {
        suspended.add(party);
    }

    public void resume(String party) {
        suspended.remove(party);
    }

    @Override
    public boolean mayAsk(String onBehalfOf) {
        return !suspended.contains(onBehalfOf);
    }
}
