// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof.net;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.stadttor.idp.domainproof.ChallengeFiles;
import org.stadttor.outbound.OutboundHttp;
import org.stadttor.outbound.OutboundPolicy;
import org.stadttor.outbound.OutboundRequest;

/** Fetches challenge files over https: small plain text from public addresses, no redirects. */
public final class HttpChallengeFiles implements ChallengeFiles {

    private static final int LARGEST = 16 * 1024;

    private final OutboundHttp http;
    private final Function<String, URI> address;

    /**
     * Over a client.
     *
     * @param address where the file of a host is
     */
    public HttpChallengeFiles(OutboundHttp http, Function<String, URI> address) {
        this.http = http;
        this.address = address;
    }

    /** What fetching may do. */
    public static OutboundPolicy policy() {
        return OutboundPolicy.forPurpose("domain_proof").withMaxBody(LARGEST).withContentTypes("text/plain");
    }

    @Override
    public List<String> lines(String host) {
        return http.get(OutboundRequest.get(address.apply(host), "text/plain"))
                .asciiBody()
                .lines()
                .map(String::strip)
                .toList();
    }
}
