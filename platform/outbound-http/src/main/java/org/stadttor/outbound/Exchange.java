// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.stadttor.outbound.OutboundException.Reason;

/** One fetch with its redirects, in a thread of its own, so that it can be ended from outside at any point. */
final class Exchange implements Callable<OutboundResponse> {

    private static final List<String> KEPT_HEADERS = List.of("etag", "cache-control", "last-modified", "retry-after");

    private final CloseableHttpClient client;
    private final OutboundPolicy policy;
    private final OutboundRequest request;
    private final UrlRules rules;
    private final Object lock = new Object();
    private boolean cancelled;
    private final @Nullable OutboundPost post;
    private @Nullable HttpUriRequestBase current;

    Exchange(CloseableHttpClient client, OutboundPolicy policy, OutboundRequest request) {
        this.client = client;
        this.policy = policy;
        this.request = request;
        this.post = null;
        this.rules = new UrlRules(policy);
    }

    Exchange(CloseableHttpClient client, OutboundPolicy policy, OutboundPost post) {
        this.client = client;
        this.policy = policy;
        this.request = OutboundRequest.get(post.url(), "*/*");
        this.post = post;
        this.rules = new UrlRules(policy);
    }

    @Override
    public OutboundResponse call() throws IOException {
        URI url = request.url();
        int most = post == null ? policy.maxRedirects() : 0;
        for (int redirects = 0; redirects <= most; redirects++) {
            rules.require(url);
            HttpUriRequestBase sent = begin(url);
            try (ClassicHttpResponse response = client.executeOpen(null, sent, null)) {
                try {
                    if (!isRedirect(response.getCode())) {
                        return accept(response);
                    }
                    url = target(url, response);
                } finally {
                    // Nothing is reused and nothing is drained: what has not been read yet stays unread.
                    sent.cancel();
                }
            }
        }
        throw refused(Reason.TOO_MANY_REDIRECTS);
    }

    /** Ends the exchange wherever it stands. */
    void cancel() {
        synchronized (lock) {
            cancelled = true;
            if (current != null) {
                current.cancel();
            }
        }
    }

    private HttpUriRequestBase begin(URI url) {
        HttpUriRequestBase message = post == null ? get(url) : post(url, post);
        message.setHeader("Accept", request.accept());
        message.setHeader("Accept-Encoding", "gzip");
        synchronized (lock) {
            if (cancelled) {
                throw refused(Reason.TIMEOUT);
            }
            current = message;
        }
        return message;
    }

    private HttpUriRequestBase get(URI url) {
        HttpGet get = new HttpGet(url);
        if (request.ifNoneMatch() != null) {
            get.setHeader("If-None-Match", request.ifNoneMatch());
        }
        if (request.patience().toSeconds() > 0) {
            get.setHeader("Prefer", "wait=" + request.patience().toSeconds());
        }
        return get;
    }

    private static HttpUriRequestBase post(URI url, OutboundPost post) {
        HttpPost message = new HttpPost(url);
        message.setEntity(new StringEntity(post.body(), ContentType.create(post.contentType())));
        return message;
    }

    private OutboundResponse accept(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status == 304 && request.ifNoneMatch() != null) {
            return new OutboundResponse(status, "", new byte[0], kept(response));
        }
        if (status < 200 || status > 299) {
            throw new OutboundException(policy.purpose(), Reason.STATUS_NOT_OK, status, null);
        }
        String type = contentType(response);
        if (!policy.contentTypes().permits(type)) {
            throw refused(Reason.CONTENT_TYPE_NOT_ALLOWED);
        }
        byte[] body = new BodyReader(policy).read(response, response.getEntity());
        return new OutboundResponse(status, type, body, kept(response));
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private URI target(URI from, ClassicHttpResponse response) {
        Header[] locations = response.getHeaders("Location");
        if (locations.length != 1) {
            throw refused(Reason.REDIRECT_INVALID);
        }
        try {
            return from.resolve(new URI(locations[0].getValue().trim()));
        } catch (URISyntaxException e) {
            throw new OutboundException(policy.purpose(), Reason.REDIRECT_INVALID, 0, e);
        }
    }

    private static String contentType(ClassicHttpResponse response) {
        Header[] headers = response.getHeaders("Content-Type");
        if (headers.length != 1) {
            return "";
        }
        String value = headers[0].getValue();
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> kept(ClassicHttpResponse response) {
        Map<String, String> kept = new HashMap<>();
        for (String name : KEPT_HEADERS) {
            Header header = response.getFirstHeader(name);
            if (header != null && header.getValue() != null) {
                kept.put(name, header.getValue());
            }
        }
        return kept;
    }

    private OutboundException refused(Reason reason) {
        return new OutboundException(policy.purpose(), reason);
    }
}
