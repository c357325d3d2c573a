// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.util.UUID;

/** Internal name of a presentation; in the audit trail, never a bearer secret. */
public record PresentationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
