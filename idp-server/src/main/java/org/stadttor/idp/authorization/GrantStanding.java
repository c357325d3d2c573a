// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.HashMap;
import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.authorization.InvalidGrantException.Reason;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.presentation.IssuerStanding;

/**
 * Whether a grant may still be used. What must not go on ends here, code, access token and claims, and the audit trail says
 * why.
 */
public final class GrantStanding {

    private final Grants grants;
    private final IssuerStanding issuers;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public GrantStanding(Grants grants, IssuerStanding issuers, AuditLog audit, TransactionOperations transactions) {
        this.grants = grants;
        this.issuers = issuers;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Asks the trust list of this moment about the issuer of the PID that the login rests on.
     *
     * @throws InvalidGrantException {@code ISSUER_UNTRUSTED} or {@code TRUST_LIST_UNAVAILABLE}; the grant has ended
     */
    void requireIssuerListed(Grant grant) {
        String anchor = grant.issuerAnchorSha256() == null ? "" : grant.issuerAnchorSha256();
        try {
            issuers.requireListed(anchor);
        } catch (CredentialRejectedException e) {
            Reason reason = e.reason() == CredentialRejectedException.Reason.TRUST_LIST_UNAVAILABLE
                    ? Reason.TRUST_LIST_UNAVAILABLE
                    : Reason.ISSUER_UNTRUSTED;
            transactions.executeWithoutResult(status -> {
                if (grants.revoke(grant.id())) {
                    append("authorization.issuer-not-trusted", "system", grant, Map.of("anchor", anchor), reason);
                }
            });
            throw new InvalidGrantException(reason);
        }
    }

    /** Somebody used the code in a way it must not be used. */
    InvalidGrantException misused(Grant grant, Reason reason) {
        transactions.executeWithoutResult(status -> {
            grants.revoke(grant.id());
            append("authorization.code-misused", grant.clientId().value(), grant, Map.of(), reason);
        });
        return new InvalidGrantException(reason);
    }

    private void append(String type, String actor, Grant grant, Map<String, String> more, Reason reason) {
        Map<String, String> details = new HashMap<>(more);
        details.put("grant", grant.id().toString());
        details.put("reason", reason.code());
        audit.append(new AuditEvent(type, actor, grant.clientId().value(), details));
    }
}
