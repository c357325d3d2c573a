// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.testing;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Set;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.CollectResult;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationOutcome;
import org.stadttor.wallet.presentation.PresentationRequest;
import org.stadttor.wallet.presentation.PresentationStatus;
import org.stadttor.wallet.presentation.StartPresentation;
import org.stadttor.wallet.presentation.StartedPresentation;

/** One browser with one presentation it has started at a node. */
public record Logins(BridgeNode node, BrowserBinding browser, StartedPresentation started) {

    /** For whom all of them are. */
    public static final String PARTY = "portal";

    public static Logins start(BridgeNode node, Flow flow) {
        BrowserBinding browser = newBrowser();
        return new Logins(node, browser, node.bean(StartPresentation.class).start(request(flow), browser));
    }

    public static BrowserBinding newBrowser() {
        return BrowserBinding.create(new SecureRandom());
    }

    public static PresentationRequest request(Flow flow) {
        return new PresentationRequest(
                Set.of(PidAttribute.FAMILY_NAME, PidAttribute.GIVEN_NAME),
                Set.of(PidAttribute.FAMILY_NAME),
                flow,
                PARTY);
    }

    public ProtocolWallet.Request fetch(ProtocolWallet wallet) {
        return wallet.fetch(node.here(started.requestUri()));
    }

    public PresentationStatus status() {
        return node.bean(CollectResult.class).status(started.id(), browser);
    }

    public PresentationOutcome poll() {
        return node.bean(CollectResult.class).collectByPolling(started.id(), browser);
    }

    public PresentationOutcome collect(String responseCode) {
        return node.bean(CollectResult.class).collectByResponseCode(responseCode, browser);
    }

    public static String responseCode(HttpResponse<String> response) {
        return ProtocolWallet.redirect(response).getRawQuery().substring("response_code=".length());
    }
}
