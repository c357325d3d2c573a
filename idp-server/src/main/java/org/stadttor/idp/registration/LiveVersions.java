// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

/** Keeps something that follows from the live version of a registration. Called in the transaction that changes it. */
@FunctionalInterface
public interface LiveVersions {

    /** This version became, or became again, what logins read. */
    void live(ServiceRegistration registration, ServiceDossier dossier);
}
