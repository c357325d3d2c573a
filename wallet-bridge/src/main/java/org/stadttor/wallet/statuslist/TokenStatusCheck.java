// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import org.stadttor.outbound.OutboundException;
import org.stadttor.trustlist.evaluation.TrustDecision.Trusted;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.trust.TrustListUnavailableException;

/**
 * The status check by token status lists. Fails closed: without reliable information there is no login.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/">Token Status List, sections 7.1, 8.3</a>
 */
public final class TokenStatusCheck implements StatusCheck {

    private static final int VALID = 0x00;
    private static final int INVALID = 0x01;
    private static final int SUSPENDED = 0x02;

    private final StatusLists lists;

    public TokenStatusCheck(StatusLists lists) {
        this.lists = lists;
    }

    @Override
    public void requireValid(StatusReference reference, Trusted issuer) {
        switch (statusOf(reference, issuer)) {
            case VALID -> {}
            case INVALID -> throw new CredentialRejectedException(Reason.STATUS_REVOKED);
            case SUSPENDED -> throw new CredentialRejectedException(Reason.STATUS_SUSPENDED);
            default -> throw new CredentialRejectedException(Reason.STATUS_UNKNOWN);
        }
    }

    private int statusOf(StatusReference reference, Trusted issuer) {
        try {
            return lists.current(reference.uri(), issuer).at(reference.index());
        } catch (OutboundException e) {
            throw new CredentialRejectedException(Reason.STATUS_UNAVAILABLE, e);
        } catch (TrustListUnavailableException e) {
            throw new CredentialRejectedException(Reason.TRUST_LIST_UNAVAILABLE, e);
        } catch (InvalidStatusListException e) {
            throw new CredentialRejectedException(reason(e.reason()), e);
        }
    }

    private static Reason reason(InvalidStatusListException.Reason reason) {
        return switch (reason) {
            case SIGNER_UNTRUSTED,
                    SIGNER_SELF_SIGNED,
                    ANCHOR_IN_CHAIN,
                    CHAIN_MISSING,
                    CHAIN_INVALID,
                    ALGORITHM_NOT_ALLOWED,
                    SIGNATURE_INVALID -> Reason.STATUS_UNTRUSTED;
            case EXPIRED, ISSUED_IN_FUTURE, OLDER_THAN_KNOWN -> Reason.STATUS_UNAVAILABLE;
            case MALFORMED,
                    TOO_LARGE,
                    TYP_INVALID,
                    CRITICAL_HEADER_UNKNOWN,
                    SUBJECT_MISMATCH,
                    ISSUED_AT_MISSING,
                    TTL_INVALID,
                    BITS_INVALID,
                    LIST_MALFORMED,
                    LIST_TOO_LARGE,
                    INDEX_OUT_OF_RANGE -> Reason.STATUS_MALFORMED;
        };
    }
}
