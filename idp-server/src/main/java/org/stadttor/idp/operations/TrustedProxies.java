// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Believes {@code X-Forwarded-For} and {@code X-Forwarded-Proto} of requests that come from a listed address, and of no
 * others. The host is never taken from a request: every address of ours begins with the issuer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.13">RFC 9700, section 4.13</a>
 */
public final class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final List<String> addresses;

    /**
     * With these proxies.
     *
     * @param addresses IP addresses, no names and no ranges
     * @throws IllegalArgumentException if one is not an IP address
     */
    public TrustedProxies(List<String> addresses) {
        this.addresses = addresses.stream()
                .map(address -> InetAddress.ofLiteral(address).getHostAddress())
                .toList();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (addresses.isEmpty()) {
            return;
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(addresses.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        factory.addEngineValves(valve);
    }
}
