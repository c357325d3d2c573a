// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What fetches of one purpose may do. Start from {@link #forPurpose} and change what differs.
 *
 * @param purpose a short name for metrics and messages, for example {@code status_list}
 * @param maxBody in bytes; counts both the bytes on the wire and the decompressed ones
 * @param connectTimeout for the connection and, again, for the TLS handshake
 * @param totalTimeout for the whole fetch: resolution, redirects and the last byte of the body
 * @param maxRedirects 0 to 3; each target is judged like the first address
 * @param contentTypes media types without parameters
 * @param hosts host names that may be asked
 * @param ports beside 443
 * @param addresses what the names may resolve to
 * @param proxy where all fetches go through, or null
 */
public record OutboundPolicy(
        String purpose,
        int maxBody,
        Duration connectTimeout,
        Duration totalTimeout,
        int maxRedirects,
        Allowed contentTypes,
        Allowed hosts,
        Set<Integer> ports,
        AddressRule addresses,
        @Nullable EgressProxy proxy) {

    /** The most redirects a policy can allow. */
    public static final int MOST_REDIRECTS = 3;

    public OutboundPolicy {
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(contentTypes);
        Objects.requireNonNull(hosts);
        Objects.requireNonNull(addresses);
        ports = Set.copyOf(ports);
        if (maxBody < 1) {
            throw new IllegalArgumentException("maxBody must be positive");
        }
        if (!connectTimeout.isPositive() || !totalTimeout.isPositive()) {
            throw new IllegalArgumentException("time limits must be positive");
        }
        if (maxRedirects < 0 || maxRedirects > MOST_REDIRECTS) {
            throw new IllegalArgumentException("maxRedirects must be 0 to " + MOST_REDIRECTS);
        }
    }

    /** 1 MiB, 2 s to connect, 5 s in all, no redirects, any content type and host, port 443, public addresses, no proxy. */
    public static OutboundPolicy forPurpose(String purpose) {
        return new OutboundPolicy(
                purpose,
                1 << 20,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                0,
                Allowed.any(),
                Allowed.any(),
                Set.of(),
                AddressRule.PUBLIC,
                null);
    }

    public OutboundPolicy withMaxBody(int bytes) {
        return new OutboundPolicy(
                purpose,
                bytes,
                connectTimeout,
                totalTimeout,
                maxRedirects,
                contentTypes,
                hosts,
                ports,
                addresses,
                proxy);
    }

    public OutboundPolicy withTimeouts(Duration connect, Duration total) {
        return new OutboundPolicy(
                purpose, maxBody, connect, total, maxRedirects, contentTypes, hosts, ports, addresses, proxy);
    }

    public OutboundPolicy withMaxRedirects(int redirects) {
        return new OutboundPolicy(
                purpose,
                maxBody,
                connectTimeout,
                totalTimeout,
                redirects,
                contentTypes,
                hosts,
                ports,
                addresses,
                proxy);
    }

    public OutboundPolicy withContentTypes(String... types) {
        return new OutboundPolicy(
                purpose,
                maxBody,
                connectTimeout,
                totalTimeout,
                maxRedirects,
                Allowed.only(types),
                hosts,
                ports,
                addresses,
                proxy);
    }

    public OutboundPolicy withHosts(Allowed allowed) {
        return new OutboundPolicy(
                purpose,
                maxBody,
                connectTimeout,
                totalTimeout,
                maxRedirects,
                contentTypes,
                allowed,
                ports,
                addresses,
                proxy);
    }

    public OutboundPolicy withPorts(Set<Integer> allowed) {
        return new OutboundPolicy(
                purpose,
                maxBody,
                connectTimeout,
                totalTimeout,
                maxRedirects,
                contentTypes,
                hosts,
                allowed,
                addresses,
                proxy);
    }

    public OutboundPolicy withAddresses(AddressRule rule) {
        return new OutboundPolicy(
                purpose, maxBody, connectTimeout, totalTimeout, maxRedirects, contentTypes, hosts, ports, rule, proxy);
    }

    public OutboundPolicy withProxy(@Nullable EgressProxy through) {
        return new OutboundPolicy(
                purpose,
                maxBody,
                connectTimeout,
                totalTimeout,
                maxRedirects,
                contentTypes,
                hosts,
                ports,
                addresses,
                through);
    }
}
