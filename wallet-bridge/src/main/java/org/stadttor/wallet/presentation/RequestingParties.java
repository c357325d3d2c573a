// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

/** Whether a relying party may ask wallets at this moment; the server that knows them says so. */
public interface RequestingParties {

    /**
     * Asked at each step of each presentation.
     *
     * @param onBehalfOf as in {@link PresentationRequest#onBehalfOf()}
     */
    boolean mayAsk(String onBehalfOf);
}
