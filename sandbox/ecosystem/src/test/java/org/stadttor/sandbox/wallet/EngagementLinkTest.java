// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.stadttor.sandbox.wallet.RequestRefusedException.Reason;

class EngagementLinkTest {

    private static final String PARAMETERS = "client_id=x509_hash%3Aabc&request_uri=https%3A%2F%2Fidp.example%2Fr%2F1";

    @Test
    void reads_any_scheme() {
        for (String start : new String[] {"openid4vp://?", "haip-vp://authorize?", "https://wallet.example/open?"}) {
            EngagementLink link = EngagementLink.parse(start + PARAMETERS);
            assertThat(link.clientId()).isEqualTo("x509_hash:abc");
            assertThat(link.requestUri()).isEqualTo(URI.create("https://idp.example/r/1"));
            assertThat(link.method()).isEqualTo(EngagementLink.Method.GET);
        }
    }

    @Test
    void reads_the_method() {
        assertThat(EngagementLink.parse("openid4vp://?" + PARAMETERS + "&request_uri_method=post")
                        .method())
                .isEqualTo(EngagementLink.Method.POST);
        rejects("openid4vp://?" + PARAMETERS + "&request_uri_method=POST", Reason.LINK_METHOD_UNKNOWN);
    }

    @Test
    void rejects_what_is_not_such_a_link() {
        rejects("hello", Reason.LINK_MALFORMED);
        rejects("openid4vp://?request_uri=https%3A%2F%2Fa", Reason.LINK_CLIENT_ID_MISSING);
        rejects("openid4vp://?client_id=a", Reason.LINK_REQUEST_URI_MISSING);
        rejects("openid4vp://?client_id=a&request_uri=file%3A%2F%2F%2Fetc%2Fpasswd", Reason.LINK_MALFORMED);
        rejects("openid4vp://?client_id=a&client_id=b&request_uri=https%3A%2F%2Fa", Reason.LINK_MALFORMED);
        rejects("openid4vp://?client_id=%zz", Reason.LINK_MALFORMED);
    }

    private static void rejects(String link, Reason reason) {
        assertThatThrownBy(() -> EngagementLink.parse(link))
                .extracting(e -> ((RequestRefusedException) e).reason())
                .isEqualTo(reason);
    }
}
