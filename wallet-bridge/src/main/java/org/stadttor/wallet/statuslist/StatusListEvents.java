// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.net.URI;

/** What happens to status lists, for audit, metrics and alarms. Called in the thread that fetched; must not throw. */
public interface StatusListEvents {

    /** A new token is in use. */
    void accepted(URI uri);

    /** There was no new token, or it was refused. The code is of {@link InvalidStatusListException} or outbound. */
    void failed(URI uri, String reasonCode);

    /** A list past its ttl, but not past its exp, was used because no newer one could be had. */
    void servedStale(URI uri);

    /** Tells nobody. */
    static StatusListEvents none() {
        return new StatusListEvents() {
            @Override
            public void accepted(URI uri) {}

            @Override
            public void failed(URI uri, String reasonCode) {}

            @Override
            public void servedStale(URI uri) {}
        };
    }
}
