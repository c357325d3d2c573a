// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.registration;

/** Registers what a file describes, through the use cases that the real administration uses. */
public interface Registrar {
    /**
     * Registers it, or brings an earlier registration under this id up to date.
     *
     * @param id name of the file without {@code .json}
     * @param document JSON, untrusted
     * @throws RegistrationRefusedException if it makes no sense
     */
    void register(RegistrationKind kind, String id, String document);
}
