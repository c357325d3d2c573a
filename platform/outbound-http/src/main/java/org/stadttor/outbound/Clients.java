// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/** Builds the client of a policy: everything that would be done behind our back is switched off. */
final class Clients {

    private static final String USER_AGENT = "Stadttor";
    private static final int MAX_HEADERS = 64;
    private static final int MAX_LINE = 8192;
    private static final int MAX_CONNECTIONS = 64;
    private static final int MAX_CONNECTIONS_PER_HOST = 16;

    private Clients() {}

    static CloseableHttpClient create(OutboundPolicy policy, SSLContext tls, DnsResolver dns) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setUserAgent(USER_AGENT)
                .setConnectionManager(connections(policy, tls, dns))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(requests(policy))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState();
        EgressProxy proxy = policy.proxy();
        if (proxy != null) {
            builder.setProxy(new HttpHost("http", proxy.host(), proxy.port()));
        }
        return builder.build();
    }

    private static PoolingHttpClientConnectionManager connections(
            OutboundPolicy policy, SSLContext tls, DnsResolver dns) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(policy.connectTimeout()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(policy.connectTimeout()))
                        .setSocketTimeout(timeout(longest(policy)))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MAX_HEADERS)
                                .setMaxLineLength(MAX_LINE)
                                .build())
                        .build())
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS_PER_HOST)
                .build();
    }

    private static RequestConfig requests(OutboundPolicy policy) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(policy.totalTimeout()))
                .setResponseTimeout(timeout(longest(policy)))
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setExpectContinueEnabled(false)
                .build();
    }

    private static Duration longest(OutboundPolicy policy) {
        return policy.totalTimeout().plus(OutboundRequest.LONGEST_WAIT);
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
