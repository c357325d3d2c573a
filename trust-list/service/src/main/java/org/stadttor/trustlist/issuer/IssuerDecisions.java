// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;

/**
 * The frame of every decision on an issuer, one transaction: load, decide, change from the expected state, publish,
 * write the audit entry. Either all of it is stored or nothing.
 */
public final class IssuerDecisions {

    private final TrustedIssuers issuers;
    private final IssuerChanges changes;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    public IssuerDecisions(
            TrustedIssuers issuers,
            IssuerChanges changes,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        this.issuers = issuers;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    TrustedIssuers issuers() {
        return issuers;
    }

    Clock clock() {
        return clock;
    }

    /**
     * Runs one decision.
     *
     * @param rule throws if the decision is not allowed for the issuer as it is
     * @param transition answers whether the issuer was still in the expected state
     * @param listed whether the published list changes
     */
    void decide(IssuerId id, String type, Change change, Rule rule, Predicate<Change> transition, boolean listed) {
        transactions.executeWithoutResult(status -> {
            issuers.lock();
            TrustedIssuer issuer =
                    issuers.find(id).orElseThrow(() -> new IssuerRefusedException(Reason.UNKNOWN_ISSUER));
            rule.check(issuer);
            if (!transition.test(change)) {
                throw new IssuerRefusedException(Reason.WRONG_STATE);
            }
            if (listed) {
                changes.takeEffect();
            }
            audit.append(event(type, issuer, change));
        });
    }

    /** The first decision: there is nothing to load yet. */
    void propose(TrustedIssuer.Proposed issuer, Change change) {
        transactions.executeWithoutResult(status -> {
            issuers.add(issuer);
            audit.append(event("issuer.proposed", issuer, change));
        });
    }

    private static AuditEvent event(String type, TrustedIssuer issuer, Change change) {
        IssuerDetails details = issuer.details();
        Map<String, String> facts = new HashMap<>();
        facts.put("name", details.name());
        facts.put("registration_id", details.registrationId());
        facts.put("reason", change.reason());
        facts.put("country", details.country());
        facts.put("status_policy", details.statusPolicy().name().toLowerCase(Locale.ROOT));
        facts.put("certificates", Integer.toString(details.certificates().size()));
        // An entry is short, so it names the first certificates; this binds all of them, each with its service.
        facts.put("services_sha256", Fingerprint.ofServices(details));
        int number = 0;
        for (var certificate : details.certificates().stream().limit(8).toList()) {
            facts.put("certificate_" + ++number, Fingerprint.of(certificate));
        }
        return new AuditEvent(type, change.by().value(), issuer.id().toString(), facts);
    }

    /** A rule of one decision. */
    @FunctionalInterface
    interface Rule {
        void check(TrustedIssuer issuer);
    }
}
