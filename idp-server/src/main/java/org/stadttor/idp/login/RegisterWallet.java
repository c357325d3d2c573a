// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;

/** Use case: adds a wallet to a running system, or changes it; the next login page offers it. */
public final class RegisterWallet {

    private final Wallets wallets;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public RegisterWallet(Wallets wallets, AuditLog audit, TransactionOperations transactions) {
        this.wallets = wallets;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Registers.
     *
     * @param actor who decides, for the audit trail
     */
    public void register(Wallet wallet, String actor) {
        transactions.executeWithoutResult(status -> {
            if (wallets.store(wallet)) {
                audit.append(new AuditEvent(
                        "wallet.registered", actor, wallet.id(), Map.of("engagement", wallet.engagement())));
            }
        });
    }
}
