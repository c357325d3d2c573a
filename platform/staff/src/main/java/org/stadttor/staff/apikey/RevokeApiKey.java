// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.apikey.ApiKeyRefusedException.Reason;

/** Somebody ends one of their keys; it is refused from the next request on, on every node. */
public final class RevokeApiKey {

    private final ApiKeys keys;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    public RevokeApiKey(ApiKeys keys, AuditLog audit, TransactionOperations transactions, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Ends it.
     *
     * @throws ApiKeyRefusedException if the person has no such key
     */
    public void revoke(StaffMember member, UUID id) {
        transactions.executeWithoutResult(status -> {
            if (!keys.revoke(id, member.id(), clock.instant())) {
                throw new ApiKeyRefusedException(Reason.NO_SUCH_KEY);
            }
            audit.append(new AuditEvent("staff.api-key-revoked", member.id().value(), id.toString(), Map.of()));
        });
    }
}
