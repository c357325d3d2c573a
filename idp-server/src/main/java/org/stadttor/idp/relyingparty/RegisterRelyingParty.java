// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;

/**
 * Use case: registers a relying party by a document, or replaces its registration, without a life cycle. This is how the
 * sandbox registers its own; people register through the rooms of the agencies.
 */
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
     * Registers. The same document again changes nothing. What was suspended or retired does not come back this way, and
     * what has a life cycle is changed only by that.
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
                case REFUSED ->
                    throw new InvalidRegistrationException(
                            InvalidRegistrationException.Reason.NOT_CHANGEABLE,
                            "suspended, retired or registered by the portal");
            };
            if (!type.isEmpty()) {
                audit.append(new AuditEvent(
                        type, command.actor(), relyingParty.clientId().value(), Map.of()));
            }
        });
        return relyingParty;
    }
}
