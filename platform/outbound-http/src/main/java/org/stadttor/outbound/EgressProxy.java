// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.util.Objects;

/**
 * An HTTP proxy that all fetches of a policy go through. The proxy then resolves the names, so it has to keep requests
 * away from private ranges; addresses written as numbers are still judged here.
 */
public record EgressProxy(String host, int port) {

    public EgressProxy {
        Objects.requireNonNull(host);
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a proxy has a host and a port from 1 to 65535");
        }
    }
}
