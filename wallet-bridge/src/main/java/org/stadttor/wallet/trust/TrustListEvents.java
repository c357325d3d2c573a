// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import java.time.Instant;

/**
 * What happens to the trust list, for audit, metrics and alarms. A state that lasts is told once, when it begins. Called
 * in the thread that pulls; must not throw.
 */
public interface TrustListEvents {

    /** Decisions now rest on this list. */
    void accepted(long sequence, Instant nextUpdate);

    /** Something was published, or stored, that must not be used. The code is of the list format or of the source. */
    void refused(String reasonCode);

    /** The publisher cannot be asked; the last good list stays in use until its NextUpdate. */
    void unreachable(String reasonCode);

    /** The publisher answers again. */
    void reachable();

    /** The list in use ends soon and no newer one has come. */
    void nearingExpiry(Instant nextUpdate);

    /** The list in use has ended: nobody is trusted until a newer one comes. */
    void expired(Instant nextUpdate);

    /** The last good list could not be read from, or written to, the database. */
    void storeFailed();
}
