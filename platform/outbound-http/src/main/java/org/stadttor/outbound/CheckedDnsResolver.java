// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name and passes on only addresses that may be connected to. The client connects to what is returned here
 * and does not resolve again, so a name that changes its answer between check and use (DNS rebinding) gains nothing.
 */
final class CheckedDnsResolver implements DnsResolver {

    /** The name resolves, but to nothing that may be connected to. */
    static final class ForbiddenAddressException extends UnknownHostException {
        ForbiddenAddressException() {
            super("no allowed address");
        }
    }

    private final OutboundPolicy policy;
    private final NameResolver names;

    CheckedDnsResolver(OutboundPolicy policy, NameResolver names) {
        this.policy = policy;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String name) throws UnknownHostException {
        String host = UrlRules.withoutBrackets(name);
        InetAddress[] addresses = names.resolve(host);
        EgressProxy proxy = policy.proxy();
        if (proxy != null && proxy.host().equalsIgnoreCase(host)) {
            return addresses;
        }
        boolean loopback = UrlRules.isLoopback(host);
        InetAddress[] allowed = Arrays.stream(addresses)
                .filter(address -> permits(AddressKind.of(address), loopback))
                .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new ForbiddenAddressException();
        }
        return allowed;
    }

    private boolean permits(AddressKind kind, boolean loopbackOnly) {
        return policy.addresses().permits(kind) && (!loopbackOnly || kind == AddressKind.LOOPBACK);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
