// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

/**
 * What a listed issuance service promises about revocation; carried in a service information extension of ours.
 * A list without the extension means {@link #STATUS_REQUIRED}.
 */
public enum StatusPolicy {
    /** Every credential names a status list (unless it is valid only for the verifier's short-lived limit). */
    STATUS_REQUIRED,
    /** The service issues credentials without a status, by a decision of the curators. */
    NO_STATUS_ISSUED
}
