// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

/** Hears of every step of every login, inside the transaction that makes it if there is one. Must not fail. */
public interface LoginEvents {

    void happened(LoginEvent event);
}
