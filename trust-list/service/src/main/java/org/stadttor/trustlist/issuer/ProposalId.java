// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.Objects;
import java.util.UUID;

/** Our id of a proposal. */
public record ProposalId(UUID value) {

    public ProposalId {
        Objects.requireNonNull(value);
    }

    public static ProposalId random() {
        return new ProposalId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
