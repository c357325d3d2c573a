// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.net.URI;

/** What the wallet learns about the response it posted. */
public sealed interface WalletResponseReceipt {

    /** The response was processed; the wallet sends its user there. */
    record Processed(URI redirectUri) implements WalletResponseReceipt {

        @Override
        public String toString() {
            return "Processed[…]";
        }
    }

    /**
     * The response was not accepted. The wallet learns nothing more than that.
     *
     * @param reasonCode for logs and metrics only
     */
    record Rejected(String reasonCode) implements WalletResponseReceipt {}
}
