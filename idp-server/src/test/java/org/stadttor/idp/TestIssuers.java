// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.presentation.IssuerStanding;

/** The trust list of a test node, which has no trust list service beside it. */
public final class TestIssuers {

    /** Of everybody from {@link TestBrowser#person(String)}. */
    public static final String ANCHOR = "00";

    private final Set<String> listed = ConcurrentHashMap.newKeySet();
    private volatile boolean available = true;

    public TestIssuers() {
        listed.add(ANCHOR);
    }

    public void distrust(String anchor) {
        listed.remove(anchor);
    }

    public void trust(String anchor) {
        listed.add(anchor);
    }

    public void setAvailable(boolean available) {
        this.available = available;
    }

    @Bean
    @Primary
    IssuerStanding scriptedStanding() {
        return anchor -> {
            if (!available) {
                throw new CredentialRejectedException(Reason.TRUST_LIST_UNAVAILABLE);
            }
            if (!listed.contains(anchor)) {
                throw new CredentialRejectedException(Reason.ISSUER_UNTRUSTED);
            }
        };
    }
}
