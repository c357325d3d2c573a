// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.stadttor.audit.AuditEvent;

/** What the audit trail says about a decision. */
final class AuditFacts {

    private AuditFacts() {}

    static AuditEvent of(String type, IssuerId id, IssuerDetails details, Change change) {
        return new AuditEvent(type, change.by().value(), id.toString(), facts(details, change));
    }

    static AuditEvent of(String type, Proposal proposal, Change change) {
        Map<String, String> facts = facts(proposal.details(), change);
        facts.put("proposal", proposal.id().toString());
        facts.put("proposal_kind", proposal.kind().code());
        facts.put("proposal_sha256", proposal.hash());
        return new AuditEvent(type, change.by().value(), proposal.issuer().toString(), facts);
    }

    private static Map<String, String> facts(IssuerDetails details, Change change) {
        Map<String, String> facts = new HashMap<>();
        facts.put("purpose", details.purpose().code());
        facts.put("name", details.name());
        facts.put("registration_id", details.registrationId());
        facts.put("legal_basis", details.legalBasis());
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
        return facts;
    }
}
