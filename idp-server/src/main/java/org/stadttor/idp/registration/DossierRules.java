// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.time.Clock;
import java.util.List;
import org.stadttor.idp.organisation.FieldError;

/**
 * What must hold for a dossier before it can be submitted. Every field that is wrong is named, not only the first.
 */
public final class DossierRules {

    private final boolean sandboxMode;
    private final Clock clock;

    /**
     * With the rules of an installation.
     *
     * @param sandboxMode allows http on loopback addresses
     */
    public DossierRules(boolean sandboxMode, Clock clock) {
        this.sandboxMode = sandboxMode;
        this.clock = clock;
    }

    /** Every field that is wrong; empty if the dossier can be submitted. */
    public List<FieldError> check(DossierDraft draft) {
        return reading(draft).errors();
    }

    /**
     * The complete dossier.
     *
     * @throws RegistrationRefusedException with {@code fields_invalid} and every field that is wrong
     */
    public ServiceDossier require(DossierDraft draft) {
        DossierReading reading = reading(draft);
        if (!reading.errors().isEmpty()) {
            throw new RegistrationRefusedException(
                    RegistrationRefusedException.Reason.FIELDS_INVALID, reading.errors());
        }
        return reading.dossier();
    }

    /** What is left empty and has a default: the end of keys, the sector, the matching. */
    public DossierDraft withDefaults(DossierDraft draft) {
        return new DossierDefaults(clock.instant()).apply(draft);
    }

    private DossierReading reading(DossierDraft draft) {
        return new DossierReading(withDefaults(draft), sandboxMode, clock.instant());
    }
}
