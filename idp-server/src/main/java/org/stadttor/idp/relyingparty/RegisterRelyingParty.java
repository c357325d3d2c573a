// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;

/** Use case: registers a relying party, or replaces its registration. */
public final class RegisterRelyingParty {

    /**
     * What to register.
     *
     * @param document the registration document, JSON; untrusted
     * @param actor who registers, for the audit trail
     */
    public record Command(String document, String actor) {}

    private final Registrations registrations;
    private final RegistrationRules rules;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public RegisterRelyingParty(
            Registrations registrations, RegistrationRules rules, AuditLog audit, TransactionOperations transactions) {
        this.registrations = registrations;
        this.rules = rules;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Registers. The same document again changes nothing, except that a suspended relying party is live again.
     *
     * @throws InvalidRegistrationException with the reason of the first rule that is broken
     */
    public RelyingParty register(Command command) {
        RelyingParty relyingParty = rules.read(command.document());
        transactions.executeWithoutResult(status -> {
            String type = switch (registrations.store(relyingParty)) {
                case NEW -> "relying-party.registered";
                case CHANGED -> "relying-party.changed";
                case UNCHANGED -> "";
            };
            if (!type.isEmpty()) {
                audit.append(new AuditEvent(
                        type, command.actor(), relyingParty.clientId().value(), Map.of()));
            }
        });
        return relyingParty;
    }
}
