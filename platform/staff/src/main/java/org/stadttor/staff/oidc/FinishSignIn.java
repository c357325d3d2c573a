// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Secrets;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.oidc.OpenIdRefusedException.Reason;

/** The browser is back from the provider: somebody is signed in, or an account is linked. */
public final class FinishSignIn {

    private final OpenIdClient client;
    private final Stores stores;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    /** Where accounts and identities are. */
    public record Stores(Identities identities, StaffMembers members) {}

    public FinishSignIn(
            OpenIdClient client, Stores stores, AuditLog audit, TransactionOperations transactions, Clock clock) {
        this.client = client;
        this.stores = stores;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the provider sent with the browser; what is missing is empty. */
    public record Answer(String code, String state, String issuer, String error) {

        /** Without the code. */
        @Override
        public String toString() {
            return "Answer";
        }
    }

    /**
     * Finishes.
     *
     * @return who is signed in now
     * @throws OpenIdRefusedException if nobody is
     */
    public StaffId finish(Answer answer, Attempt attempt) {
        require(answer.state().equals(attempt.state()), Reason.STATE_MISMATCH);
        require(answer.issuer().isEmpty() || answer.issuer().equals(client.issuer()), Reason.ISSUER_MISMATCH);
        Optional<StaffId> owner = stores.identities().take(Secrets.hash(attempt.binding()), clock.instant());
        require(answer.error().isEmpty() && !answer.code().isEmpty(), Reason.DECLINED);
        String subject = client.subject(answer.code(), attempt);
        return Objects.requireNonNull(transactions.execute(status -> {
            owner.ifPresent(id -> link(id, subject));
            StaffId id = stores.identities()
                    .find(client.issuer(), subject)
                    .flatMap(stores.members()::findActive)
                    .orElseThrow(() -> new OpenIdRefusedException(Reason.IDENTITY_UNKNOWN))
                    .id();
            audit.append(new AuditEvent("staff.signed-in", id.value(), id.value(), Map.of("way", "openid-provider")));
            return id;
        }));
    }

    private void link(StaffId id, String subject) {
        require(stores.identities().link(id, client.issuer(), subject, clock.instant()), Reason.IDENTITY_TAKEN);
        audit.append(new AuditEvent("staff.identity-linked", id.value(), id.value(), Map.of()));
    }

    private static void require(boolean fulfilled, Reason reason) {
        if (!fulfilled) {
            throw new OpenIdRefusedException(reason);
        }
    }
}
