// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.stadttor.outbound.OutboundException.Reason;

/**
 * Fetches for one purpose under one {@link OutboundPolicy}. No cookies, no authentication, no proxy or trust settings of
 * the environment, no connection reuse; the same headers for everybody. Thread-safe; a fetch blocks its caller.
 */
public final class OutboundHttp implements AutoCloseable {

    private final OutboundPolicy policy;
    private final CloseableHttpClient client;

    /** With the certificate authorities of the Java runtime. */
    public OutboundHttp(OutboundPolicy policy) {
        this(policy, defaultContext());
    }

    /** With certificate authorities of one's own, for example of an internal network. */
    public OutboundHttp(OutboundPolicy policy, SSLContext tls) {
        this(policy, tls, InetAddress::getAllByName);
    }

    OutboundHttp(OutboundPolicy policy, SSLContext tls, NameResolver names) {
        this.policy = policy;
        this.client = Clients.create(policy, tls, new CheckedDnsResolver(policy, names));
    }

    /**
     * Fetches.
     *
     * @throws OutboundException if anything but a 2xx, or a 304 to a conditional request, came of it
     */
    public OutboundResponse get(OutboundRequest request) {
        return run(new Exchange(client, policy, request), policy.totalTimeout().plus(request.patience()));
    }

    /**
     * Sends.
     *
     * @throws OutboundException if anything but a 2xx came of it; the body may have arrived all the same
     */
    public OutboundResponse post(OutboundPost post) {
        return run(new Exchange(client, policy, post), policy.totalTimeout());
    }

    private OutboundResponse run(Exchange exchange, Duration limit) {
        FutureTask<OutboundResponse> task = new FutureTask<>(exchange);
        Thread.ofVirtual().name("outbound-" + policy.purpose()).start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw translated(e.getCause());
        } catch (TimeoutException e) {
            throw failed(Reason.TIMEOUT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(Reason.INTERRUPTED, e);
        } finally {
            exchange.cancel();
            task.cancel(true);
        }
    }

    /** Ends everything that is still under way. */
    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutboundException translated(@Nullable Throwable cause) {
        return switch (cause) {
            case OutboundException e -> e;
            case CheckedDnsResolver.ForbiddenAddressException e -> failed(Reason.ADDRESS_NOT_ALLOWED, e);
            case UnknownHostException e -> failed(Reason.NAME_NOT_RESOLVED, e);
            case SSLException e -> failed(Reason.TLS_FAILED, e);
            case ConnectTimeoutException e -> failed(Reason.CONNECT_FAILED, e);
            case ConnectException e -> failed(Reason.CONNECT_FAILED, e);
            case InterruptedIOException e -> failed(Reason.TIMEOUT, e);
            case null, default -> failed(Reason.PROTOCOL_ERROR, cause);
        };
    }

    private OutboundException failed(Reason reason, @Nullable Throwable cause) {
        return new OutboundException(policy.purpose(), reason, 0, cause);
    }

    private static SSLContext defaultContext() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
