// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.stadttor.staff.StaffSettings;

/** The port of staff pages: one more connector of the same web server, told apart by where a request came in. */
public final class StaffPort implements WebServerFactoryCustomizer<TomcatWebServerFactory>, RequestMatcher {

    private static final int MAX_FORM = 256 * 1024;
    private static final int MAX_SWALLOWED = 16 * 1024 * 1024;

    private final Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");

    /** A connector as the settings say; starts with the web server. */
    public StaffPort(StaffSettings settings) {
        connector.setPort(settings.port());
        connector.setMaxPostSize(MAX_FORM);
        connector.setXpoweredBy(false);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(address(settings.address()));
            protocol.setExecutor(new VirtualThreadTaskExecutor("staff-"));
        }
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxHttpRequestHeaderSize(16 * 1024);
            http.setServerRemoveAppProvidedValues(true);
            // Whoever uploads too much is told so, and not cut off.
            http.setMaxSwallowSize(MAX_SWALLOWED);
        }
    }

    @Override
    public void customize(TomcatWebServerFactory factory) {
        @Nullable Ssl ssl = factory.getSsl();
        if (Ssl.isEnabled(ssl)) {
            serveTls(WebServerSslBundle.get(ssl, factory.getSslBundles()));
        }
        factory.addAdditionalConnectors(connector);
    }

    /** With the certificate of {@code server.ssl}; Spring Boot gives it to its own connector only. */
    private void serveTls(SslBundle bundle) {
        connector.setScheme("https");
        connector.setSecure(true);
        if (!(connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http)) {
            throw new IllegalStateException("staff pages need HTTP");
        }
        SSLHostConfig host = new SSLHostConfig();
        host.setHostName(http.getDefaultSSLHostConfigName());
        host.setSslProtocol(bundle.getProtocol());
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystorePassword(
                Objects.requireNonNullElse(bundle.getStores().getKeyStorePassword(), ""));
        if (bundle.getKey().getPassword() != null) {
            certificate.setCertificateKeyPassword(bundle.getKey().getPassword());
        }
        if (bundle.getKey().getAlias() != null) {
            certificate.setCertificateKeyAlias(bundle.getKey().getAlias());
        }
        certificate.setCertificateKeystore(
                Objects.requireNonNull(bundle.getStores().getKeyStore(), "server.ssl"));
        host.addCertificate(certificate);
        http.setSSLEnabled(true);
        http.addSslHostConfig(host);
    }

    /** How browsers reach it without a proxy. */
    public String scheme() {
        return connector.getScheme();
    }

    /** Whether a request came in here. */
    @Override
    public boolean matches(HttpServletRequest request) {
        return request.getLocalPort() == connector.getLocalPort();
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("staff.address is not an address of this machine", e);
        }
    }
}
