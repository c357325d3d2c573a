// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.util.List;

/** The wallets that login pages offer, on every node. */
public interface Wallets {

    /** All of them, in the order they were registered. */
    List<Wallet> all();

    /** Adds a wallet, or replaces the one with its id; false if it is there unchanged. */
    boolean store(Wallet wallet);
}
