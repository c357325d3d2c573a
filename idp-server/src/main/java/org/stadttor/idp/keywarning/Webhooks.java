// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.keywarning;

/** The receivers of warnings. */
@FunctionalInterface
public interface Webhooks {

    /**
     * Delivers one.
     *
     * @throws RuntimeException if it may not have arrived
     */
    void send(KeyWarning warning);
}
